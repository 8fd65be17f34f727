package eventflux.deploy;

import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.DeploymentListener;
import eventflux.api.deploy.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it hears, one line each. */
final class Recorder implements DeploymentListener {

    final List<String> heard = new ArrayList<>();

    @Override
    public void deployed(Deployment deployment) {
        heard.add("deployed " + deployment.application() + " " + deployment.state());
    }

    @Override
    public void withdrawn(Deployment deployment) {
        heard.add("withdrawn " + deployment.application());
    }

    @Override
    public void refused(Refusal refusal) {
        heard.add("refused " + refusal.source() + " "
                + refusal.problems().get(0).code().code());
    }
}
