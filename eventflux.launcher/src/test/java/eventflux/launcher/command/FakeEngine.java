package eventflux.launcher.command;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.Explanation;
import eventflux.api.command.NodeCommand;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.TextFormatter;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.persistence.PersistenceStore;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engine that finds the problems it was told of, and runs every other text to its end at once. */
final class FakeEngine implements EventFluxManager, EngineHost, EngineStarter {

    final List<NodeRequest> requests = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final List<ExtensionDescriptor> extensions = new ArrayList<>();
    final List<FakeApplication> applications = new ArrayList<>();
    EventFluxException failure; // what ends applications that run; null for none
    boolean closed;

    @Override
    public EngineHost start(NodeRequest request) {
        requests.add(request);
        return this;
    }

    @Override
    public EventFluxManager engine() {
        return this;
    }

    @Override
    public boolean startRest() {
        return false;
    }

    @Override
    public NodeCommand command(String name) {
        return new EchoCommand(name);
    }

    @Override
    public TextFormatter formatter() {
        return text -> {
            createEventFluxAppRuntime(text);
            return text.strip() + "\n";
        };
    }

    @Override
    public void awaitStop() {
        // A node without a shell has nobody to wait for.
    }

    @Override
    public EventFluxAppRuntime createEventFluxAppRuntime(String text) {
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new EventFluxException(problems);
        }
        FakeApplication application = new FakeApplication(text, failure);
        applications.add(application);
        return application;
    }

    @Override
    public EventFluxAppRuntime deploy(String name, String text) {
        return createEventFluxAppRuntime(text);
    }

    @Override
    public List<Problem> validate(String text) {
        return List.copyOf(problems);
    }

    @Override
    public Explanation explain(String text) {
        createEventFluxAppRuntime(text);
        return new Explanation(List.of(new Explanation.Section("plan", "filter " + text.strip())));
    }

    @Override
    public Optional<EventFluxAppRuntime> appRuntime(String name) {
        return Optional.empty();
    }

    @Override
    public Map<String, EventFluxAppRuntime> appRuntimes() {
        return Map.of();
    }

    @Override
    public List<ConfiguredSetting> configuration() {
        return requests.get(0).settings();
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
        closed = true;
    }

    /** Writes back what comes in, after something that is not for the one at the other end. */
    private record EchoCommand(String name) implements NodeCommand {

        @Override
        public int run(InputStream in, OutputStream out) {
            System.out.println("chatter");
            try {
                in.transferTo(out);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return 0;
        }
    }
}
