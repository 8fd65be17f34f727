package eventflux.launcher.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a new extension is called.
 *
 * @param namespace before the colon in queries
 * @param words of its name, in small letters
 */
public record ProjectName(String namespace, List<String> words) {

    private static final String USUAL_NAMESPACE = "my";
    // What begins a call of them begins something else in a query.
    private static final Set<String> WORDS_OF_QUERIES = Set.of(
            "select",
            "from",
            "where",
            "insert",
            "into",
            "as",
            "on",
            "join",
            "and",
            "or",
            "not",
            "null",
            "true",
            "false",
            "case",
            "when",
            "then",
            "else",
            "end",
            "create",
            "define",
            "every",
            "distinct",
            "window");
    private static final Pattern FORM =
            Pattern.compile("(?:([a-z][a-zA-Z0-9]*):)?([a-zA-Z][a-zA-Z0-9]*(?:-[a-zA-Z0-9]+)*)");

    /** Copies the list. */
    public ProjectName {
        words = List.copyOf(words);
    }

    /** From {@code acme:top-price}, {@code acme:topPrice} or {@code top-price}; empty when it is none of these. */
    public static Optional<ProjectName> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String namespace = matcher.group(1) == null ? USUAL_NAMESPACE : matcher.group(1);
        String apart = matcher.group(2).replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return Optional.of(new ProjectName(namespace, Arrays.asList(apart.split("-"))));
    }

    /** Whether queries can call it without quotes. */
    public boolean isCallable() {
        return !WORDS_OF_QUERIES.contains(namespace.toLowerCase(Locale.ROOT));
    }

    /** As it is called in queries. */
    String name() {
        String all = type();
        return all.substring(0, 1).toLowerCase(Locale.ROOT) + all.substring(1);
    }

    /** What its classes begin with. */
    String type() {
        return words.stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** What a Java method is called like it. */
    String method() {
        return identifier(name());
    }

    /** Its Java package. */
    String javaPackage() {
        return identifier(namespace.toLowerCase(Locale.ROOT)) + "." + identifier(String.join("", words));
    }

    // As the Java Language Specification proposes for packages.
    private static String identifier(String word) {
        return SourceVersion.isKeyword(word) ? word + "_" : word;
    }

    /** The name of its jar and folder. */
    public String artifact() {
        return namespace.toLowerCase(Locale.ROOT) + "-" + String.join("-", words);
    }
}
