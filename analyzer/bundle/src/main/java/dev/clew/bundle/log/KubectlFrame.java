package dev.clew.bundle.log;

/// `[pod/web-7c9d5b6f48-6xk2p/app] …` of `kubectl logs --prefix`.
final class KubectlFrame {

    private KubectlFrame() {}

    static Frame.Found read(LogLine line, String text, int start) {
        if (!text.startsWith("[pod/", start)) {
            return Frame.Found.NOTHING;
        }
        int pod = start + "[pod/".length();
        int podEnd = Scan.words(text, pod, ".-");
        int container = podEnd + 1;
        int end = Scan.words(text, container, ".-");
        if (podEnd == pod
                || !Scan.isAt(text, podEnd, '/')
                || end == container
                || !Scan.isAt(text, end, ']')) {
            return Frame.Found.NOTHING;
        }
        line.pod = text.substring(pod, podEnd);
        line.container = text.substring(container, end);
        line.goOn(text, Scan.afterSpace(text, end + 1));
        line.passed(LogLine.Layer.PREFIX);
        return Frame.Found.WRAPPER;
    }
}
