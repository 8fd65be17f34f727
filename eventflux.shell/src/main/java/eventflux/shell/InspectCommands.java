package eventflux.shell;

import eventflux.api.AppStatistics;
import eventflux.api.EventFluxManager;
import eventflux.api.FailureSummary;
import eventflux.api.QueryResult;
import eventflux.api.RingStatistics;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.ProblemPrinter;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at what is there; changes nothing but tables, and those only when a query says so. */
@Component(service = InspectCommands.class)
@GogoCommand(
        scope = Usage.SCOPE,
        function = {"extensions", "stats", "profile", "query", "problems", "config", "commands"})
public final class InspectCommands {

    private static final Duration USUAL_PROFILE = Duration.ofSeconds(3);

    // Begins the place of errors of a stream.
    private static final String STREAM = "stream ";

    private final EventFluxManager manager;
    private final Applications applications;

    /** Asks these whenever it is asked. */
    @Activate
    public InspectCommands(@Reference EventFluxManager manager, @Reference Applications applications) {
        this.manager = manager;
        this.applications = applications;
    }

    /** All about one extension; or those of a kind, of an application or of a bundle; or all. */
    @Descriptor("the extensions that are there, with who provides and who uses them, or all about one")
    public String extensions(
            CommandSession session, @Descriptor("[<name, kind, application or bundle>]") Object... arguments) {
        ExtensionUsers users = new ExtensionUsers(manager, applications);
        Screen screen = Screen.of(session);
        if (arguments.length == 0) {
            return overview(users.extensions(), users, screen);
        }
        String word = String.join(" ", Usage.EXTENSIONS.check(arguments, 1, 2));
        List<ExtensionDescriptor> named = users.named(word);
        return named.isEmpty()
                ? overview(listed(word, users), users, screen)
                : named.stream()
                        .map(extension -> page(extension, users.of(extension), screen))
                        .collect(Collectors.joining("\n\n"));
    }

    private List<ExtensionDescriptor> listed(String word, ExtensionUsers users) {
        String kind = word.toLowerCase(Locale.ROOT).replace('-', ' '); // new-extension writes source-mapper
        if (kinds().contains(kind)) {
            return users.extensions().stream()
                    .filter(extension -> extension.kind().label().equals(kind))
                    .toList();
        }
        if (applications.find(word).isPresent()) {
            return users.usedBy(word);
        }
        List<ExtensionDescriptor> provided = users.providedBy(word);
        if (provided.isEmpty()) {
            throw CommandFailure.of(ShellProblem.EXTENSION_UNKNOWN, "name", word, "kinds", String.join(", ", kinds()));
        }
        return provided;
    }

    /** What one application has counted, or all. */
    @Descriptor("what streams and queries have counted")
    public String stats(CommandSession session, @Descriptor("[<application>]") Object... arguments) {
        List<String> words = Usage.STATS.check(arguments, 0, 1);
        List<Application> asked = words.isEmpty()
                ? applications.all().stream()
                        .filter(application -> application.runtime().isPresent())
                        .toList()
                : List.of(applications.get(words.get(0)));
        Table table = new Table().left("APPLICATION", "KIND", "NAME").right("EVENTS", "ERRORS");
        for (Application application : asked) {
            AppStatistics statistics = application.running().statistics();
            counts(table, application.name(), "stream", statistics.streams(), statistics);
            counts(table, application.name(), "query", statistics.queries(), statistics);
            otherErrors(table, application.name(), statistics);
        }
        String counted = table.print(Screen.of(session));
        String rings = rings(asked, Screen.of(session));
        return rings.isEmpty() ? counted : counted + "\n\n" + rings;
    }

    /** Where the time of an application goes. */
    @Descriptor("what the time of an application goes into")
    public String profile(CommandSession session, @Descriptor("<application> [<seconds>]") Object... arguments) {
        List<String> words = Usage.PROFILE.check(arguments, 1, 2);
        Duration duration =
                words.size() == 1 ? USUAL_PROFILE : Duration.ofSeconds(FailureCommands.number(words.get(1), 3));
        Table table = new Table().right("SHARE").left("WHERE", "PROVIDER");
        applications
                .get(words.get(0))
                .running()
                .profile(duration)
                .forEach(part -> table.row(
                        String.format(Locale.ROOT, "%.1f %%", 100 * part.share()), part.place(), part.provider()));
        return table.print(Screen.of(session));
    }

    // Sources, sinks and callbacks have errors only; an error of theirs begins with what they are.
    private static void otherErrors(Table table, String application, AppStatistics statistics) {
        statistics.errors().forEach((where, count) -> {
            int space = where.lastIndexOf(' ');
            String name = where.substring(space + 1);
            boolean isShown = space < 0 && statistics.queries().containsKey(where) || where.equals(STREAM + name);
            if (!isShown) {
                table.row(application, space < 0 ? "" : where.substring(0, space), name, "", count);
            }
        });
    }

    private static String rings(List<Application> asked, Screen screen) {
        Table table = new Table()
                .left("APPLICATION", "RING OF")
                .right("TAKEN", "BATCHES", "WAITING BYTES", "OF", "TIMES FULL", "GIVEN UP");
        boolean isAny = false;
        for (Application application : asked) {
            Map<String, RingStatistics> rings =
                    application.running().statistics().rings();
            isAny |= !rings.isEmpty();
            rings.forEach((stream, ring) -> table.row(
                    application.name(),
                    stream,
                    ring.taken(),
                    ring.batches(),
                    ring.waitingBytes(),
                    ring.capacityBytes(),
                    ring.full(),
                    ring.givenUp()));
        }
        return isAny ? table.print(screen) : "";
    }

    /** One query on demand. */
    @Descriptor("asks or changes the tables of an application once")
    public String query(CommandSession session, @Descriptor("<application> <text>") Object... arguments) {
        List<String> words = Usage.QUERY.check(arguments, 2, Integer.MAX_VALUE);
        String text = String.join(" ", words.subList(1, words.size()));
        QueryResult result = ask(applications.get(words.get(0)), text);
        if (result.schema().size() == 0) {
            return "done";
        }
        Table table = new Table().left(result.schema().names().toArray(String[]::new));
        result.events().forEach(event -> table.row(event.data()));
        return table.print(Screen.of(session));
    }

    private static QueryResult ask(Application application, String text) {
        try {
            return application.running().query(text);
        } catch (EventFluxException e) {
            throw CommandFailure.printed(new ProblemPrinter("query", text).print(e.problems()));
        }
    }

    /** What is wrong with one application, or with all of them and the watched folder, and what has failed in them. */
    @Descriptor("what is wrong or has failed, with its place")
    public String problems(CommandSession session, @Descriptor("[<application>]") Object... arguments) {
        List<String> words = Usage.PROBLEMS.check(arguments, 0, 1);
        StringBuilder text = new StringBuilder();
        if (words.isEmpty()) {
            applications.all().forEach(application -> text.append(print(application)));
            applications
                    .refusals()
                    .forEach(
                            refusal -> text.append(new ProblemPrinter(refusal.source(), "").print(refusal.problems())));
            applications.problems().forEach(problem -> text.append(Applications.print(problem)));
        } else {
            text.append(print(applications.get(words.get(0))));
        }
        return text.isEmpty() ? "no problems" : text.toString().stripTrailing();
    }

    /** The settings of the engine, or those that the sources and sinks of one application have. */
    @Descriptor("settings, and where each comes from")
    public String config(CommandSession session, @Descriptor("[show] [<application>]") Object... arguments) {
        List<String> words = new ArrayList<>(Usage.CONFIG.check(arguments, 0, 2));
        if (!words.isEmpty() && words.get(0).equals("show")) {
            words.remove(0);
        }
        List<ConfiguredSetting> settings = words.isEmpty()
                ? manager.configuration()
                : manager.configuration(applications.get(words.get(0)).running().text());
        Table table = new Table().left("SETTING", "VALUE", "FROM");
        settings.forEach(setting -> table.row(setting.key(), setting.shown(), setting.origin()));
        return table.print(Screen.of(session));
    }

    /** The commands of the shell. */
    @Descriptor("the commands of this shell with their arguments")
    public String commands(CommandSession session, @Descriptor("none") Object... arguments) {
        Usage.COMMANDS.check(arguments, 0, 0);
        Table table = new Table().left("COMMAND", "ARGUMENTS", "WHAT IT DOES");
        for (Usage usage : Usage.values()) {
            table.row(usage.typed(), usage.arguments(), usage.purpose());
        }
        return table.print(Screen.of(session));
    }

    private static String page(ExtensionDescriptor extension, String users, Screen screen) {
        return new ExtensionPage(extension).print(screen) + (users.isEmpty() ? "" : "\n\nUsed by: " + users);
    }

    private static String overview(List<ExtensionDescriptor> extensions, ExtensionUsers users, Screen screen) {
        Table table = new Table().left("KIND", "NAME", "PARAMETERS", "PROVIDER", "USED BY", "DESCRIPTION");
        for (ExtensionDescriptor extension : extensions) {
            table.row(
                    extension.kind().label(),
                    extension.qualifiedName(),
                    ExtensionPage.parameters(extension),
                    extension.provider(),
                    users.of(extension),
                    extension.description());
        }
        return table.print(screen);
    }

    private static void counts(
            Table table, String application, String kind, Map<String, Long> counts, AppStatistics statistics) {
        Map<String, Long> errors = statistics.errors();
        counts.forEach((name, count) -> {
            long own = kind.equals("query") ? errors.getOrDefault(name, 0L) : errors.getOrDefault(STREAM + name, 0L);
            table.row(application, kind, name, count, own);
        });
    }

    private static List<String> kinds() {
        return Arrays.stream(ExtensionKind.values()).map(ExtensionKind::label).toList();
    }

    private static String print(Application application) {
        StringBuilder text = new StringBuilder(
                new ProblemPrinter(application.source(), application.text()).print(application.problems()));
        application.failures().forEach(failure -> text.append(print(application.name(), failure)));
        return text.toString();
    }

    private static String print(String application, FailureSummary failure) {
        StringBuilder text = new StringBuilder(application)
                .append(": ")
                .append(failure.place())
                .append(" has failed ")
                .append(Counted.of(failure.count(), "time"))
                .append(", last at ")
                .append(Instant.ofEpochMilli(failure.lastMillis()))
                .append(": ")
                .append(failure.reason())
                .append('\n');
        if (!failure.origin().isEmpty()) {
            String of = failure.provider().isEmpty() ? "" : ", of " + failure.provider();
            text.append("      | in ").append(failure.origin()).append(of).append('\n');
        }
        return text.append("      | ").append(failure.advice()).append('\n').toString();
    }
}
