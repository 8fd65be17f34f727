package eventflux.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A table of texts and what is expected of them: a line {@code ## sentence}, the text, and one line for each expectation,
 * which starts with a mark and a space.
 */
final class CaseFile {

    private CaseFile() {}

    /** One text of the table. */
    record Case(String name, String text, List<String> expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> read(String file, String mark) {
        List<Case> cases = new ArrayList<>();
        for (String part : content(file).split("(?m)^## ")) {
            if (!part.isBlank()) {
                cases.add(parse(part, mark));
            }
        }
        return cases;
    }

    private static Case parse(String part, String mark) {
        List<String> lines = part.lines().toList();
        List<String> text = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.equals(mark)) {
                expected.add("");
            } else if (line.startsWith(mark + " ")) {
                expected.add(line.substring(mark.length() + 1));
            } else {
                text.add(line);
            }
        }
        return new Case(lines.get(0), String.join("\n", text).strip(), expected);
    }

    private static String content(String file) {
        try (InputStream in = CaseFile.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
