package eventflux.launcher.project;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of extensions that a project can be written for. */
public enum ProjectKind {
    /** Decides which rows stay. */
    WINDOW("window", "Factory"),
    /** Computes a value of values. */
    FUNCTION("function", "Functions"),
    /** Computes a value of the rows of a group. */
    AGGREGATOR("aggregator", "Factory"),
    /** Adds columns to rows, or makes rows of rows. */
    STREAM_FUNCTION("stream-function", "Factory"),
    /** Brings messages or rows from outside. */
    SOURCE("source", "Factory"),
    /** Takes rows or messages outside. */
    SINK("sink", "Factory"),
    /** Makes rows of messages. */
    SOURCE_MAPPER("source-mapper", "Factory"),
    /** Makes messages of rows. */
    SINK_MAPPER("sink-mapper", "Factory"),
    /** Keeps the rows of tables. */
    STORE("store", "Factory"),
    /** Keeps the state of applications. */
    PERSISTENCE_STORE("persistence-store", "Factory"),
    /** Keeps events that failed. */
    ERROR_STORE("error-store", "Factory"),
    /** Says which destinations of a sink take a row. */
    DISTRIBUTION("distribution", "Factory"),
    /** Makes functions of scripts. */
    SCRIPT_LANGUAGE("script-language", "Factory");

    private final String word;
    private final String suffix;

    ProjectKind(String word, String suffix) {
        this.word = word;
        this.suffix = suffix;
    }

    /** As people type it. */
    public String word() {
        return word;
    }

    /** What its class is called behind the name of the extension. */
    String suffix() {
        return suffix;
    }

    /** What its classes begin with: they cannot be called like the interface that one of them implements. */
    String type(ProjectName name) {
        return String.join("-", name.words()).equals(word) ? "Own" + name.type() : name.type();
    }

    /** As people read it. */
    String label() {
        return word.replace('-', ' ');
    }

    /** All, as people type them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ProjectKind::word).toList();
    }

    /** The one of a word. */
    public static Optional<ProjectKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
