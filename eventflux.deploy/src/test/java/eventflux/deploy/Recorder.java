package eventflux.deploy;

import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.DeploymentListener;
import eventflux.api.deploy.Refusal;
import eventflux.api.error.Problem;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it hears, one line each. Safe for many threads. */
final class Recorder implements DeploymentListener {

    private static final long PATIENCE_MILLIS = 10_000;

    final List<String> heard = new CopyOnWriteArrayList<>();

    private synchronized void hear(String line) {
        heard.add(line);
        notifyAll();
    }

    /** Comes back when it has heard that, or is tired of waiting. */
    synchronized void await(String line) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        for (long left = PATIENCE_MILLIS; left > 0 && !heard.contains(line); left = end - System.currentTimeMillis()) {
            wait(left);
        }
    }

    @Override
    public void deployed(Deployment deployment) {
        hear("deployed " + deployment.application() + " " + deployment.state());
    }

    @Override
    public void withdrawn(Deployment deployment) {
        hear("withdrawn " + deployment.application());
    }

    @Override
    public void noticed(Problem problem) {
        hear("noticed " + problem.code().code());
    }

    @Override
    public void refused(Refusal refusal) {
        hear("refused " + refusal.source() + " "
                + refusal.problems().get(0).code().code());
    }
}
