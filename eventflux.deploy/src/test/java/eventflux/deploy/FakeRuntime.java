package eventflux.deploy;

import eventflux.api.UpdatePlan;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.testkit.engine.FakeApplication;
import java.util.concurrent.CountDownLatch;

/**
 * An application that refuses to start when its text says "unstartable", and another text that says "mistake". One that is "hanging" or
 * "heedless" does not come to the end of its start or update; the latter does not heed an interrupt.
 */
final class FakeRuntime extends FakeApplication {

    private final CountDownLatch hanging;
    private final CountDownLatch end; // some texts wait for it

    FakeRuntime(String name, String text, CountDownLatch hanging, CountDownLatch end) {
        super(name, text);
        this.hanging = hanging;
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
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void hang(String text) {
        if (text.contains("hanging")) {
            hanging.countDown();
            awaitEnd();
        } else if (text.contains("heedless")) {
            hanging.countDown();
            awaitEndInAnyCase();
        }
    }

    private void awaitEndInAnyCase() {
        boolean isOver = false;
        while (!isOver) {
            try {
                end.await();
                isOver = true;
            } catch (InterruptedException e) {
                isOver = false;
            }
        }
    }

    @Override
    public void start() {
        if (text().contains("unstartable")) {
            throw new EventFluxException(Problem.of(FakeManager.FakeProblem.NOT_STARTED));
        }
        hang(text());
        super.start();
    }

    @Override
    public UpdatePlan update(String newText) {
        if (newText.contains("mistake")) {
            throw new EventFluxException(Problem.of(FakeManager.FakeProblem.MISTAKE));
        }
        hang(newText);
        return super.update(newText);
    }
}
