package dev.clew.packs;

/// The codes of problems. They are part of what users see and look up: a code is never reused for
/// something else. The list in `docs/problem-codes.md` is made from these descriptions.
public enum Code {
    P001("A file can't be read."),
    P002("A file is not valid YAML."),
    P101("A key is not known here."),
    P102("A key that must be there is missing."),
    P103("A value has the wrong type, for example a list where a text is expected."),
    P104("A word is not one of those allowed here."),
    P105("A regular expression can't be compiled, or could take more than linear time."),
    P106("A clause asks for nothing."),
    P107("A version range can't be understood."),
    P108("A text is empty."),
    P109("A duration or number can't be understood."),
    P110("The path of a file has not the shape area/id."),
    P111("Two files have the same id."),
    P112("A signature names an id that does not exist."),
    P113("Signatures explain each other in a circle."),
    P114("A clause asks for letter case or spaces that the text it looks at never has."),
    P115("Two signatures supersede each other."),
    P201("A hit does not hit."),
    P202("A near miss hits."),
    P203("A signature has no hits."),
    P204("A signature has no near misses."),
    P205("A signature's hit is also hit by another one, and neither says so."),
    P206("A pattern has no literal to look for, so it is tried on every record."),
    P207(
            "The literal a pattern is looked for by is common in logs, so it is tried in vain too often."),
    P208(
            "The literal a pattern is looked for by is shorter than six characters, which makes every scan slower."),
    P209("A row of the table of codes can't be used."),
    P301("A section is missing from an article."),
    P302("The sections of an article are in the wrong order."),
    P303("A link inside the knowledge base leads nowhere."),
    P304("An article has no reference."),
    P305("A signature names an article that does not exist."),
    P306("No signature and no article leads to an article about a fault."),
    P307("A command has a placeholder that nobody fills."),
    P308("A command does not say what it does to a running cluster."),
    P309("A date can't be understood, or lies in the future."),
    P310("A section of an article is empty."),
    P311("An address is not a web address."),
    P312("An article about a fault has no step that repairs it."),
    P313("The header of an article is missing or not closed."),
    P314("An article about a fault is in the older form."),
    P315("Steps are not numbered from 1 without gaps, or a heading does not name the action."),
    P316(
            "A step does not say its effect, how to undo it, or what to ask before, as its risk asks."),
    P317("The first look or the table of causes leads nowhere."),
    P318("The Chinese part differs from the article in steps, lines of steps, answers or causes."),
    P319("Text of a draft is left."),
    P320("A reference does not say the version it is for."),
    P321("The text names a version that no condition and no reference of the article has."),
    P330("A shell can't read a command."),
    P331("A program has no such command or flag."),
    P332("A chart is installed or upgraded without a version."),
    P333("Values are reused with another version of the chart."),
    P334("A value or option does not exist in a version that the step is for."),
    P335("The chart refuses a value."),
    P336("A value only changes the ConfigMap, and the step restarts nothing."),
    P337("A command does not name what it restarts, deletes or edits."),
    P338("A patch replaces a list, or takes an item by its position."),
    P339("The section Verify can't fail."),
    P340("A command names what the finding or the cluster would tell."),
    P341("A command does more than its risk says."),
    P342("A command is for a platform that the step does not name."),
    P343("An object is kept in a form that can't be put back."),

    P401("Rules of redaction can't be read."),
    P402("A rule of redaction has no hits or no misses."),
    P403("No hint of a rule of redaction stands in one of its hits, so it would not be tried."),
    P404("A rule of redaction does not find one of its hits."),
    P405("A rule of redaction finds one of its misses.");

    private final String description;

    Code(String description) {
        this.description = description;
    }

    /// What the problem is, in one sentence.
    public String description() {
        return description;
    }
}
