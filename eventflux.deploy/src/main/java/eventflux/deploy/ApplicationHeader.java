package eventflux.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * The manifest header that makes a bundle an application bundle:
 *
 * <pre>EventFlux-Application: apps/*.eventflux, audit.eventflux;name="Audit"</pre>
 *
 * Each clause is a path in the bundle, with {@code *} allowed in its last part; {@code name} is what the application is called
 * when its text does not say.
 *
 * @param clauses the clauses in order
 */
record ApplicationHeader(List<Clause> clauses) {

    static final String NAME = "EventFlux-Application";

    private static final String NAME_ATTRIBUTE = "name=";

    ApplicationHeader {
        clauses = List.copyOf(clauses);
    }

    /** One clause. */
    record Clause(String path, Optional<String> name) {}

    /** Whether a bundle has it. */
    static boolean isIn(Bundle bundle) {
        return bundle.getHeaders("").get(NAME) != null;
    }

    static ApplicationHeader parse(String header) {
        List<Clause> clauses = new ArrayList<>();
        for (String clause : split(header, ',')) {
            List<String> parts = split(clause, ';');
            if (!parts.isEmpty()) {
                clauses.add(new Clause(withoutSlash(parts.get(0)), name(parts.subList(1, parts.size()))));
            }
        }
        return new ApplicationHeader(clauses);
    }

    /** The header of a bundle that carries one text. */
    static String of(String path, String name) {
        return path + ";" + NAME_ATTRIBUTE + '"' + name.replace('"', '\'') + '"';
    }

    private static Optional<String> name(List<String> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.startsWith(NAME_ATTRIBUTE))
                .map(attribute -> attribute.substring(NAME_ATTRIBUTE.length()).replace("\"", ""))
                .findFirst();
    }

    private static String withoutSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : (text + separator).toCharArray()) {
            quoted ^= c == '"';
            if (c != separator || quoted) {
                part.append(c);
            } else {
                String trimmed = part.toString().strip();
                if (!trimmed.isEmpty()) {
                    parts.add(trimmed);
                }
                part.setLength(0);
            }
        }
        return parts;
    }
}
