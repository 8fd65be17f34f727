package eventflux.shell;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.Explanation;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.error.Severity;
import eventflux.api.error.SourcePosition;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionNeeds;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.persistence.PersistenceStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine whose texts are lines such as {@code stream In(a INT, b STRING)} and {@code query q(a INT)}; a line that begins with
 * "mistake" is an error, one that begins with "doubt" a warning.
 */
final class FakeManager implements EventFluxManager {

    ExtensionNeeds needs = ExtensionNeeds.NOTHING;

    final List<ExtensionDescriptor> extensions = new ArrayList<>();
    final List<ConfiguredSetting> configuration = new ArrayList<>();
    private final Map<String, EventFluxAppRuntime> runtimes = new LinkedHashMap<>();

    enum FakeProblem implements ErrorCode {
        MISTAKE,
        DOUBT,
        STREAM_UNKNOWN;

        @Override
        public String code() {
            return name();
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.USER;
        }

        @Override
        public String template() {
            return "a " + name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public Severity severity() {
            return this == DOUBT ? Severity.WARNING : Severity.ERROR;
        }
    }

    @Override
    public List<ConfiguredSetting> configuration() {
        return configuration;
    }

    @Override
    public EventFluxAppRuntime deploy(String name, String text) {
        List<Problem> problems = validate(text);
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new EventFluxException(problems);
        }
        FakeRuntime runtime = new FakeRuntime(name, text, () -> runtimes.remove(name));
        runtimes.put(name, runtime);
        return runtime;
    }

    @Override
    public List<Problem> validate(String text) {
        List<Problem> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            SourcePosition place = new SourcePosition(i + 1, 1, 5);
            if (lines.get(i).startsWith("mistake")) {
                problems.add(Problem.of(FakeProblem.MISTAKE).at(place));
            } else if (lines.get(i).startsWith("doubt")) {
                problems.add(Problem.of(FakeProblem.DOUBT).at(place));
            }
        }
        return problems;
    }

    /** The text without blanks around it, when nothing is wrong with it. */
    String format(String text) {
        List<Problem> problems = validate(text);
        if (!problems.isEmpty()) {
            throw new EventFluxException(problems);
        }
        return text.strip() + "\n";
    }

    @Override
    public EventFluxAppRuntime createEventFluxAppRuntime(String text) {
        return deploy("unnamed", text);
    }

    @Override
    public Explanation explain(String text) {
        List<Problem> problems = validate(text);
        if (!problems.isEmpty()) {
            throw new EventFluxException(problems);
        }
        return new Explanation(List.of(new Explanation.Section("plan", text)));
    }

    @Override
    public Optional<EventFluxAppRuntime> appRuntime(String name) {
        return Optional.ofNullable(runtimes.get(name));
    }

    @Override
    public Map<String, EventFluxAppRuntime> appRuntimes() {
        return new LinkedHashMap<>(runtimes);
    }

    @Override
    public void setErrorStore(ErrorStore store) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPersistenceStore(PersistenceStore store) {
        throw new UnsupportedOperationException("setPersistenceStore");
    }

    @Override
    public List<ExtensionDescriptor> extensions() {
        return extensions;
    }

    @Override
    public void close() {
        List.copyOf(runtimes.values()).forEach(EventFluxAppRuntime::close);
    }

    @Override
    public ExtensionNeeds needs(String text) {
        return needs;
    }
}
