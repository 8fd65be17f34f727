package eventflux.shell;

import java.util.Arrays;
import java.util.List;

/** Every command with its arguments and what it does: said once, for help, completion and wrong calls. */
enum Usage {
    DEPLOY("deploy", "<file>…", "installs texts or jars as bundles, or updates them, and starts them"),
    UNDEPLOY("undeploy", "<application>", "closes an application and uninstalls its bundle"),
    UPDATE(
            "update",
            "<application> <file> [--dry-run]",
            "replaces the text of an application while it runs, or says what would become of its state"),
    PAUSE("pause", "<application>", "lets the senders of an application wait"),
    RESUME("resume", "<application>", "lets a paused application go on"),
    LIST("list", "", "all applications with state, bundle and counts"),
    WAITS("waits", "[<application>]", "what applications wait for, and which known bundle provides it"),
    PROVIDE(
            "provide",
            "<application, or kind and name>",
            "installs and starts the bundles of what an application waits for, or of one extension"),
    AUDIT("audit", "[<count>]", "what happened to bundles last, 20 lines unless told otherwise"),
    START("start", "<application>", "starts an application, and its bundle"),
    STOP("stop", "<application>", "stops an application, and its bundle"),
    PERSIST("persist", "[<application>]", "saves the state of an application, or of all that run"),
    REVISIONS("revisions", "[-d] <application>", "the saved states of an application; -d deletes them"),
    RESTORE("restore", "<application> [<revision>]", "puts a saved state back, the newest if none is named"),
    SEND("send", "[-t <millis>] <application> <stream> <value>…", "sends one event; null is null"),
    QUERY("query", "<application> <text>", "asks or changes the application's tables once"),
    TAIL("tail", "<application> <stream or query> [<count>]", "prints events as they come, until Ctrl-C or so many"),
    VALIDATE("validate", "<file>", "checks a text and prints its problems"),
    FORMAT("format", "<file>", "prints a text in the one style"),
    EXPLAIN(
            "explain",
            "[--all] <application, file or 'text'>",
            "shows the plan of a text and the pipeline made of it; --all shows what was read, too"),
    EXTENSIONS(
            "extensions",
            "[<name, kind, application or bundle>]",
            "the extensions that are there, with who provides and who uses them, or all about one"),
    CONFIG("config", "[show] [<application>]", "settings, and where each comes from"),
    STATS("stats", "[<application>]", "what streams and queries have counted"),
    PROFILE(
            "profile",
            "<application> [<seconds>]",
            "what the time of an application goes into, over 3 seconds by itself"),
    CONNECTIONS("connections", "[<application>]", "how sources, sinks and stores are connected"),
    ERRORS("errors", "<application> [<count>]", "the events that failed and were stored, oldest first"),
    REPLAY("replay", "<application> <number or all>", "processes stored events again"),
    PURGE("purge", "<application> <number or all>", "forgets stored events"),
    PROBLEMS("problems", "[<application>]", "what is wrong or has failed, with its place"),
    COMMANDS("commands", "", "this table"),
    EXIT("exit", "", "stops the node");

    /** Felix and Gogo have commands of these names, which keep acting on bundles and files. */
    private static final List<Usage> TAKEN = List.of(START, STOP, UPDATE, TAIL, FORMAT);

    private static final List<String> HELP = List.of("--help", "-h", "-?");

    static final String SCOPE = "eventflux";

    private final String command;
    private final String arguments;
    private final String purpose;

    Usage(String command, String arguments, String purpose) {
        this.command = command;
        this.arguments = arguments;
        this.purpose = purpose;
    }

    String command() {
        return command;
    }

    String arguments() {
        return arguments;
    }

    String purpose() {
        return purpose;
    }

    /** The command as it must be typed: with the scope where the bare name means something else. */
    String typed() {
        return TAKEN.contains(this) ? SCOPE + ":" + command : command;
    }

    /** The arguments as words, when there are as many as there may be and none asks for help. */
    List<String> check(Object[] arguments, int atLeast, int atMost) {
        List<String> words = Arrays.stream(arguments).map(String::valueOf).toList();
        if (asksForHelp(words)) {
            throw CommandFailure.of(ShellProblem.HELP, "usage", usage(), "purpose", purpose);
        }
        if (words.size() < atLeast || words.size() > atMost) {
            throw failure();
        }
        return words;
    }

    // A value or a text may look like the option, but not the word before them.
    private boolean asksForHelp(List<String> words) {
        List<String> names = this == SEND || this == QUERY ? words.subList(0, Math.min(1, words.size())) : words;
        return names.stream().anyMatch(Usage::isHelp);
    }

    /** Whether a word asks what a command takes. */
    static boolean isHelp(String word) {
        return HELP.contains(word);
    }

    private String usage() {
        return (typed() + " " + arguments).strip();
    }

    CommandFailure failure() {
        return CommandFailure.of(ShellProblem.USAGE, "usage", usage());
    }
}
