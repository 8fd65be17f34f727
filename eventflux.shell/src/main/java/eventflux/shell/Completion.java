package eventflux.shell;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows what may stand at each place of our command lines. File names are the shell's own business. */
@Component(service = Completion.class)
public final class Completion {

    private final EventFluxManager manager;
    private final Applications applications;

    /** Asks these at every press of the key. */
    @Activate
    public Completion(@Reference EventFluxManager manager, @Reference Applications applications) {
        this.manager = manager;
        this.applications = applications;
    }

    /**
     * The words that fit.
     *
     * @param words the line so far, the command first, with or without its scope
     * @param index which word is asked for
     */
    List<String> candidates(List<String> words, int index) {
        String command = words.get(0).substring(words.get(0).indexOf(':') + 1);
        return Arrays.stream(Usage.values())
                .filter(usage -> usage.command().equals(command))
                .findFirst()
                .map(usage -> candidates(usage, words, index))
                .orElse(List.of());
    }

    private List<String> candidates(Usage usage, List<String> words, int index) {
        return switch (usage) {
            case UNDEPLOY,
                    START,
                    STOP,
                    UPDATE,
                    PAUSE,
                    RESUME,
                    PERSIST,
                    EXPLAIN,
                    STATS,
                    CONFIG,
                    PROBLEMS,
                    WAITS,
                    PROVIDE,
                    CONNECTIONS,
                    PROFILE,
                    ERRORS -> index == 1 ? applications.names() : List.of();
            case REVISIONS, RESTORE -> revisions(words, index);
            case REPLAY, PURGE -> index == 1 ? running() : List.of("all");
            case QUERY -> index == 1 ? running() : List.of();
            case SEND, TAIL -> index == 1 ? running() : outputs(usage, words, index);
            case EXTENSIONS -> index == 1 ? extensions() : List.of();
            case DEPLOY, AUDIT, VALIDATE, FORMAT, LIST, COMMANDS, EXIT -> List.of();
        };
    }

    private List<String> revisions(List<String> words, int index) {
        if (index == 1) {
            return running();
        }
        return applications.find(words.get(1)).flatMap(Application::runtime).stream()
                .flatMap(runtime -> StateCommands.revisionsOf(runtime).stream())
                .map(String::valueOf)
                .toList();
    }

    private List<String> running() {
        return applications.all().stream()
                .filter(application -> application.runtime().isPresent())
                .map(Application::name)
                .toList();
    }

    private List<String> outputs(Usage usage, List<String> words, int index) {
        Optional<EventFluxAppRuntime> runtime = applications.find(words.get(1)).flatMap(Application::runtime);
        if (runtime.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(runtime.get().streams().keySet());
        if (index == 2 && usage == Usage.TAIL) {
            names.addAll(runtime.get().queries().keySet());
        }
        return index == 2 ? names : values(runtime.get().streams().get(words.get(2)), usage, index - 3);
    }

    private static List<String> values(Schema schema, Usage usage, int column) {
        boolean named = usage == Usage.SEND && schema != null && column < schema.size();
        return named && schema.column(column).type() == DataType.BOOL ? List.of("false", "true") : List.of();
    }

    private List<String> extensions() {
        List<String> words = new ArrayList<>();
        for (ExtensionDescriptor extension : manager.extensions()) {
            words.add(extension.kind().label());
            words.add(extension.qualifiedName());
        }
        words.addAll(applications.names());
        return words.stream().distinct().toList();
    }
}
