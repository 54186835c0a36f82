package dev.clew.bundle.text;

import dev.clew.bundle.object.Structured;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Results of checks, one a line: what `cilium status` of the command line tool counts as errors
/// and warnings of a pod, and what `/livez?verbose` and `/readyz?verbose` answer.
final class CheckRows {

    /// `Errors: cilium cilium-x7k2p message`, and the rows below it, which lack the first word
    private static final Pattern COUNTED =
            Pattern.compile(
                    "^(?:(Errors|Warnings):|\\s{15,})\\s+(cilium|cilium-envoy|cilium-operator|hubble-relay|hubble-ui|clustermesh-apiserver)\\s{2,}(\\S+)\\s{2,}(\\S.*)$");

    /// `[-]etcd failed: reason withheld`
    private static final Pattern ANSWERED =
            Pattern.compile("^\\s*\\[([+-])\\]([\\w./-]{2,100}) (ok|excluded.*|failed.*)$");

    private static final Pattern WHOLE =
            Pattern.compile("^\\s*(livez|readyz|healthz) check (passed|failed)$");

    private Level level = Level.ERROR;

    /// Reads the next line, if it is the result of a check.
    boolean take(Page page, Context context) {
        Line line = page.peek();
        Matcher counted = COUNTED.matcher(line.text());
        if (counted.matches()) {
            page.take();
            counted(counted, line, context);
            return true;
        }
        Matcher answered = ANSWERED.matcher(line.text());
        if (answered.matches()) {
            page.take();
            answered(
                    answered.group(2),
                    answered.group(3),
                    answered.group(1).equals("-"),
                    line,
                    context);
            return true;
        }
        Matcher whole = WHOLE.matcher(line.text());
        if (whole.matches()) {
            page.take();
            answered(
                    whole.group(1), whole.group(2), whole.group(2).equals("failed"), line, context);
            return true;
        }
        return false;
    }

    private void counted(Matcher row, Line line, Context context) {
        if (row.group(1) != null) {
            level = row.group(1).equals("Errors") ? Level.ERROR : Level.WARN;
        }
        String workload = row.group(2);
        String pod = row.group(3);
        boolean whole = pod.equals(workload);
        boolean daemon = workload.equals("cilium") || workload.equals("cilium-envoy");
        Subject subject =
                whole
                        ? new Subject(daemon ? "DaemonSet" : "Deployment", null, workload, null)
                        : new Subject("Pod", null, pod, null);
        Structured fields =
                new Structured(RecordKind.STATUS)
                        .field("name", level == Level.ERROR ? "errors" : "warnings")
                        .field("workload", workload)
                        .field("message", row.group(4));
        context.emit(
                fields.in(
                                context.source,
                                context.origin(line),
                                line.raw(),
                                whole
                                        ? Entity.UNKNOWN.withWorkload(workload)
                                        : Entity.ofPod(null, pod),
                                subject)
                        .level(level));
    }

    private static void answered(
            String check, String answer, boolean failed, Line line, Context context) {
        LogRecord.Builder record =
                new Structured(RecordKind.STATUS)
                        .field("name", "api-check")
                        .field("api-check", check)
                        .field("value", answer)
                        .in(
                                context.source,
                                context.origin(line),
                                line.raw(),
                                context.source.entity(),
                                null)
                        .text(line.words())
                        .message(line.words());
        context.emit(failed ? record.level(Level.ERROR) : record);
    }
}
