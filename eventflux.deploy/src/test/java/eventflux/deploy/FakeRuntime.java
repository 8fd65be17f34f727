package eventflux.deploy;

import eventflux.api.UpdatePlan;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.testkit.engine.FakeApplication;
import java.util.concurrent.CountDownLatch;

/** An application that refuses to start when its text says "unstartable", and another text that says "mistake". */
final class FakeRuntime extends FakeApplication {

    private final CountDownLatch end; // an endless one waits for it when it is closed

    FakeRuntime(String name, String text, CountDownLatch end) {
        super(name, text);
        this.end = end;
    }

    @Override
    public void close() {
        if (text().contains("endless")) {
            awaitEnd();
        }
        super.close();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
