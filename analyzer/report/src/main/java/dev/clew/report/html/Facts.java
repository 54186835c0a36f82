package dev.clew.report.html;

import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.Milestone;
import dev.clew.diagnose.Transience;
import dev.clew.report.Ages;
import dev.clew.report.words.Phrases;

/// Where, when, how often and how sure: the facts of an incident in a row.
final class Facts {

    private final Sheet sheet;
    private final Phrases words;
    private final Markup out;

    Facts(Sheet sheet) {
        this.sheet = sheet;
        this.words = sheet.words();
        this.out = sheet.out();
    }

    void of(Finding root, Incident incident) {
        out.open("dl", "class", "facts");
        fact("where", sheet.places(root));
        if (root.firstSeen() != null) {
            out.open("div").element("dt", words.say("since")).open("dd");
            sheet.time(root.firstSeen());
            out.close().close();
        } else if (root.age() != null) {
            fact("age", words.say("before", Ages.words(root.age())));
        } else if (root.assumed() != null) {
            out.open("div").element("dt", words.say("since")).open("dd");
            sheet.time(root.assumed().first());
            out.text(" " + words.say("year." + root.assumed().yearFrom().word()));
            out.close().close();
        }
        if (root.lastSeen() != null && !root.lastSeen().equals(root.firstSeen())) {
            out.open("div").element("dt", words.say("until")).open("dd");
            sheet.time(root.lastSeen());
            out.close().close();
        }
        fact("seen", words.count("times", root.count()));
        fact("confidence", words.say("sure", Math.round(incident.confidence() * 100)));
        if (root.transience() != Transience.UNKNOWN) {
            fact("state", words.say("transience." + root.transience().word()));
        }
        Milestone trigger = incident.trigger();
        if (trigger != null) {
            fact("trigger", trigger(trigger));
        }
        out.open("div").element("dt", words.say("signature"));
        out.open("dd").element("code", root.signature().id()).close().close();
        out.close();
    }

    private static String trigger(Milestone trigger) {
        return (trigger.subject() == null ? "" : Sheet.name(trigger.subject()) + " · ")
                + trigger.text()
                + (trigger.time() == null ? "" : " · " + Sheet.when(trigger.time()));
    }

    private void fact(String key, String value) {
        if (!value.isEmpty()) {
            out.open("div").element("dt", words.say(key)).element("dd", value).close();
        }
    }
}
