package eventflux.deploy;

import eventflux.api.UpdatePlan;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.testkit.engine.FakeApplication;

/** An application that refuses to start when its text says "unstartable", and another text that says "mistake". */
final class FakeRuntime extends FakeApplication {

    FakeRuntime(String name, String text) {
        super(name, text);
    }

    @Override
    public void start() {
        if (text().contains("unstartable")) {
            throw new EventFluxException(Problem.of(FakeManager.FakeProblem.NOT_STARTED));
        }
        super.start();
    }

    @Override
    public UpdatePlan update(String newText) {
        if (newText.contains("mistake")) {
            throw new EventFluxException(Problem.of(FakeManager.FakeProblem.MISTAKE));
        }
        return super.update(newText);
    }
}
