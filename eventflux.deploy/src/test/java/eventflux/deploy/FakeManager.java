package eventflux.deploy;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.Explanation;
import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.persistence.PersistenceStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows one mistake, the word "mistake"; fails outright on "defect". Names applications as their texts or files do. */
final class FakeManager implements EventFluxManager {

    private final Map<String, EventFluxAppRuntime> runtimes = new LinkedHashMap<>();

    /** Whether it has what texts need that it calls mistakes otherwise. */
    volatile boolean knowsAll;

    enum FakeProblem implements ErrorCode {
        MISTAKE,
        NAME_TAKEN,
        NOT_STARTED;

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
            return name();
        }
    }

    @Override
    public EventFluxAppRuntime deploy(String name, String text) {
        if (text.contains("defect")) {
            throw new IllegalStateException("defect");
        }
        List<Problem> problems = validate(text);
        if (!problems.isEmpty()) {
            throw new EventFluxException(problems);
        }
        String application = ApplicationText.nameIn(text).orElse(name);
        if (runtimes.containsKey(application)) {
            throw new EventFluxException(Problem.of(FakeProblem.NAME_TAKEN));
        }
        FakeRuntime runtime = new FakeRuntime(application, text, () -> runtimes.remove(application));
        runtimes.put(application, runtime);
        return runtime;
    }

    @Override
    public List<Problem> validate(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int column = lines.get(i).indexOf("mistake");
            if (column >= 0 && !knowsAll) {
                return List.of(Problem.of(FakeProblem.MISTAKE).at(new SourcePosition(i + 1, column + 1, 7)));
            }
        }
        return List.of();
    }

    @Override
    public EventFluxAppRuntime createEventFluxAppRuntime(String text) {
        return deploy("unnamed", text);
    }

    @Override
    public Explanation explain(String text) {
        return new Explanation(List.of());
    }

    @Override
    public Optional<EventFluxAppRuntime> appRuntime(String name) {
        return Optional.ofNullable(runtimes.get(name));
    }

    @Override
    public Map<String, EventFluxAppRuntime> appRuntimes() {
        return Map.copyOf(runtimes);
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
        return List.of();
    }

    @Override
    public void close() {
        List.copyOf(runtimes.values()).forEach(EventFluxAppRuntime::close);
    }
}
