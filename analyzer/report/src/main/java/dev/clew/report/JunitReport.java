package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.InputSummary;
import dev.clew.model.Severity;
import dev.clew.report.words.Phrases;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The diagnosis as JUnit XML, for build servers: a test case for each incident, failed where its
/// root is an error or worse, and a skipped one for each input that was not read. Healthy input
/// gives one case that passed.
public final class JunitReport {

    private JunitReport() {}

    /// The document.
    ///
    /// @param threshold incidents at least this bad are failures
    public static String render(Diagnosis diagnosis, Severity threshold) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            long failures =
                    diagnosis.incidents().stream()
                            .filter(incident -> fails(root(diagnosis, incident), threshold))
                            .count();
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "clew");
            int skipped = diagnosis.inputs().skipped().size();
            xml.writeAttribute(
                    "tests", String.valueOf(Math.max(1, diagnosis.incidents().size()) + skipped));
            xml.writeAttribute("failures", String.valueOf(failures));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", String.valueOf(skipped));
            xml.writeAttribute("time", "0");
            for (Incident incident : diagnosis.incidents()) {
                testCase(xml, diagnosis, incident, threshold);
            }
            if (diagnosis.incidents().isEmpty()) {
                xml.writeEmptyElement("testcase");
                xml.writeAttribute("classname", "clew");
                xml.writeAttribute("name", Unknowns.conclusion(diagnosis, false, Phrases.in("en")));
                xml.writeAttribute("time", "0");
            }
            for (InputSummary.Skipped input : diagnosis.inputs().skipped()) {
                unread(xml, input);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.append('\n').toString();
    }

    private static void unread(XMLStreamWriter xml, InputSummary.Skipped input)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "clew.input");
        xml.writeAttribute("name", clean(input.path()));
        xml.writeAttribute("time", "0");
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", clean(input.reason()));
        xml.writeEndElement();
    }

    private static Finding root(Diagnosis diagnosis, Incident incident) {
        return diagnosis.finding(incident.root()).orElseThrow();
    }

    private static boolean fails(Finding finding, Severity threshold) {
        return finding.severity().compareTo(threshold) >= 0;
    }

    private static void testCase(
            XMLStreamWriter xml, Diagnosis diagnosis, Incident incident, Severity threshold)
            throws XMLStreamException {
        Finding root = root(diagnosis, incident);
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "clew." + root.signature().area());
        xml.writeAttribute(
                "name",
                root.signature().id()
                        + (root.subjects().isEmpty()
                                ? ""
                                : " on " + clean(root.subjects().getFirst().toString())));
        xml.writeAttribute("time", "0");
        StringBuilder text = new StringBuilder(root.signature().title()).append('\n');
        root.evidence()
                .forEach(evidence ->
                        text.append(evidence.origin())
                                .append(": ")
                                .append(evidence.text())
                                .append('\n'));
        incident.symptoms()
                .forEach(id ->
                        diagnosis
                                .finding(id)
                                .ifPresent(symptom ->
                                        text.append("explains ")
                                                .append(symptom.signature().id())
                                                .append('\n')));
        root.fix()
                .forEach(step ->
                        text.append("fix: ")
                                .append(step.description())
                                .append(step.command() == null ? "" : "\n  " + step.command())
                                .append('\n'));
        if (fails(root, threshold)) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", root.severity().word());
            xml.writeAttribute("message", clean(root.signature().title()));
            xml.writeCharacters(clean(text.toString()));
            xml.writeEndElement();
        } else {
            xml.writeStartElement("system-out");
            xml.writeCharacters(clean(text.toString()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /// XML 1.0 has no place for most control characters, and none for lone surrogates.
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c ->
                        clean.appendCodePoint(
                                c == '\n'
                                                || c == '\t'
                                                || (c >= 0x20 && c < 0xd800)
                                                || (c >= 0xe000 && c < 0xfffe)
                                                || c >= 0x10000
                                        ? c
                                        : 0xfffd));
        return clean.toString();
    }
}
