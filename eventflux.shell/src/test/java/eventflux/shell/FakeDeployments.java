package eventflux.shell;

import eventflux.api.AppState;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.Deployments;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Deployments that a test makes by hand: a text of a bundle, run by the fake engine while it is told to. */
final class FakeDeployments implements Deployments {

    final List<Refusal> refusals = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    private final FakeManager manager;
    private final Map<String, Deployment> texts = new TreeMap<>();

    FakeDeployments(FakeManager manager) {
        this.manager = manager;
    }

    /** Adds a text; its bundle is not active. */
    void add(String name, long bundle, String text) {
        texts.put(name, new Deployment(name, bundle, name + ".eventflux", text, AppState.STOPPED, List.of()));
    }

    /** What the extender does when the bundle starts. */
    void start(String name) {
        Deployment resting = texts.get(name);
        List<Problem> problems = List.of();
        try {
            manager.deploy(name, resting.text()).start();
        } catch (EventFluxException e) {
            problems = e.problems();
        }
        AppState state = problems.isEmpty() ? AppState.RUNNING : AppState.FAILED;
        texts.put(name, new Deployment(name, resting.bundleId(), resting.source(), resting.text(), state, problems));
    }

    @Override
    public List<Deployment> deployments() {
        return texts.values().stream().map(this::present).toList();
    }

    @Override
    public List<Refusal> refusals() {
        return refusals;
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    private Deployment present(Deployment text) {
        AppState state = manager.appRuntime(text.application())
                .map(runtime -> runtime.state())
                .orElse(text.state());
        return new Deployment(text.application(), text.bundleId(), text.source(), text.text(), state, text.problems());
    }
}
