package dev.clew.bundle.text;

import dev.clew.bundle.log.Components;
import dev.clew.bundle.wrapper.LogFiles;
import dev.clew.model.Entity;
import dev.clew.model.Workloads;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that says whose log comes below it: what `tail` prints over each of several files, and
/// what test suites and scripts print over a log they dump.
final class HeadingShape implements Shape {

    private static final Pattern FILE = Pattern.compile("^==> (\\S.*) <==$");
    private static final Pattern POD =
            Pattern.compile(
                    "\\b[Ll]ogs (?:of|for|from) (?:pod )?(?:container ([a-z0-9-]+) (?:of|in) (?:pod )?)?([a-z0-9-]+)/([a-z0-9][a-z0-9.-]*[a-z0-9])(?:[/:]([a-z0-9-]+))?:?$");

    @Override
    public boolean take(Page page, Context context) {
        String text = page.peek().text();
        Matcher file = FILE.matcher(text);
        if (file.matches()) {
            context.startOver();
            page.take();
            at(LogFiles.place(file.group(1)), context);
            return true;
        }
        if (text.indexOf("ogs ") >= 0) {
            Matcher pod = POD.matcher(text);
            if (pod.find() && Workloads.looksLikePod(pod.group(3))) {
                String container = pod.group(1) != null ? pod.group(1) : pod.group(4);
                context.startOver();
                at(Entity.ofPod(pod.group(2), pod.group(3)).withContainer(container), context);
            }
        }
        return false;
    }

    private static void at(Entity place, Context context) {
        String container = place.container() == null ? place.pod() : place.container();
        String component = container == null ? "" : Components.ofWorkload(container);
        context.source =
                context.source.with(
                        place.or(context.source.entity()),
                        component.isEmpty() ? context.source.component() : component);
    }
}
