package eventflux.launcher.command;

import eventflux.api.EventFluxManager;
import eventflux.api.Explanation;
import eventflux.api.command.NodeCommand;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.TextFormatter;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest;
import eventflux.testkit.engine.FakeApplication;
import eventflux.testkit.engine.FakeEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A node whose engine finds the problems it was told of, and runs every other text to its end at once. */
final class FakeNode extends FakeEngine implements EngineHost, EngineStarter {

    final List<NodeRequest> requests = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final List<ExtensionDescriptor> extensions = new ArrayList<>();
    final List<EndedApplication> applications = new ArrayList<>();
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
    protected FakeApplication application(String name, String text) {
        EndedApplication application = new EndedApplication(name, text, failure);
        applications.add(application);
        return application;
    }

    @Override
    public List<Problem> validate(String text) {
        return List.copyOf(problems);
    }

    @Override
    public Explanation explain(String text) {
        createEventFluxAppRuntime(text);
        return new Explanation(List.of(
                new Explanation.Section("syntax tree", "tree"),
                new Explanation.Section("plan", "filter " + text.strip()),
                new Explanation.Section("pipeline", "steps")));
    }

    @Override
    public List<ConfiguredSetting> configuration() {
        return requests.get(0).settings();
    }

    @Override
    public List<ExtensionDescriptor> extensions() {
        return extensions;
    }

    /** Leaves its applications as they are, so that a test sees who has stopped them. */
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
