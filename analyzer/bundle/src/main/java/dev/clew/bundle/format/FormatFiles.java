package dev.clew.bundle.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.clew.bundle.object.JsonTrees;
import dev.clew.bundle.object.Tree;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads format files of lnav: each a JSON object of formats by name. What a later file says of a
/// format is added to what an earlier one said.
public final class FormatFiles {

    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 1_000;
    private static final int MOST_FORMATS = 1_000;
    private static final long LARGEST = 4 << 20;

    private final Map<String, FormatDraft> drafts = new LinkedHashMap<>();

    private FormatFiles() {}

    /// What was read.
    ///
    /// @param formats in the order of the files
    /// @param leftOut what of the files is not used, one thing each, and why
    public record Formats(List<LineFormat> formats, List<String> leftOut) {

        /// No formats.
        public static final Formats NONE = new Formats(List.of(), List.of());
    }

    /// Reads files, and those of folders whose names end in `.json`, in the order of their names.
    ///
    /// @throws BadFormatException if one can't be read, or is no format file
    public static Formats read(List<Path> places) throws BadFormatException {
        FormatFiles reader = new FormatFiles();
        for (Path place : places) {
            for (Path file : files(place)) {
                reader.file(file);
            }
        }
        List<LineFormat> formats = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (FormatDraft draft : reader.drafts.values()) {
            draft.finish(leftOut).ifPresent(formats::add);
        }
        return new Formats(List.copyOf(formats), List.copyOf(leftOut));
    }

    private static List<Path> files(Path place) throws BadFormatException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            throw new BadFormatException(place + ": no such file or folder");
        }
        try (Stream<Path> walk = Files.walk(place, DEEPEST)) {
            List<Path> files =
                    walk.filter(each -> each.toString().endsWith(".json"))
                            .filter(Files::isRegularFile)
                            .limit(MOST_FILES + 1L)
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new BadFormatException(
                        place + ": holds no format file; their names end in .json");
            }
            if (files.size() > MOST_FILES) {
                throw new BadFormatException(
                        place
                                + ": holds more than "
                                + MOST_FILES
                                + " files; name a smaller folder");
            }
            return files;
        } catch (IOException e) {
            throw new BadFormatException(place + ": can't be read: " + e.getMessage());
        }
    }

    private void file(Path file) throws BadFormatException {
        Tree document = document(file);
        for (Map.Entry<String, Tree> member : document.members().entrySet()) {
            if (member.getKey().startsWith("$")) {
                continue; // the name of the schema
            }
            if (!member.getValue().isObject()) {
                throw new BadFormatException(
                        "%s:%d: '%s' is no object; each member of the file is a format"
                                .formatted(file, member.getValue().line(), member.getKey()));
            }
            if (drafts.size() >= MOST_FORMATS) {
                throw new BadFormatException(file + ": more than " + MOST_FORMATS + " formats");
            }
            drafts.computeIfAbsent(member.getKey(), FormatDraft::new).add(file, member.getValue());
        }
    }

    private static Tree document(Path file) throws BadFormatException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new BadFormatException(
                        file + ": larger than " + LARGEST + " bytes; that is no format file");
            }
            List<Tree> documents = JsonTrees.read(withoutHashBang(Files.readString(file)));
            if (documents.size() != 1 || !documents.getFirst().isObject()) {
                throw new BadFormatException(
                        file + ": is not one JSON object; it must hold formats by their names");
            }
            return documents.getFirst();
        } catch (CharacterCodingException e) {
            throw new BadFormatException(file + ": is not UTF-8; save it as such");
        } catch (JsonProcessingException e) {
            throw new BadFormatException(
                    "%s:%d: can't be read as JSON: %s; correct it, or take it out of the folder"
                            .formatted(file, line(e), e.getOriginalMessage()));
        } catch (IOException e) {
            throw new BadFormatException(
                    "%s: can't be read: %s; correct it, or take it out of the folder"
                            .formatted(file, e.getMessage()));
        }
    }

    private static int line(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? 1 : location.getLineNr();
    }

    /// Format files can be programs; the line stays, empty, so that the others keep their numbers.
    private static String withoutHashBang(String text) {
        int end = text.indexOf('\n');
        return text.startsWith("#!") && end > 0 ? text.substring(end) : text;
    }
}
