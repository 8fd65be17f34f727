package eventflux.shell;

import java.nio.file.Path;

/** The commands over a fake engine, without a framework. */
final class Shell {

    final FakeManager manager = new FakeManager();
    final FakeDeployments deployments = new FakeDeployments(manager);
    final Applications applications = new Applications(manager, deployments);
    final FakeAudit audit = new FakeAudit();
    final FakeBundles bundles = new FakeBundles();
    final BundleCommands knownBundles = new BundleCommands(manager, applications, bundles, audit);
    final InspectCommands inspect = new InspectCommands(manager, applications);
    final TextCommands texts = new TextCommands(manager, applications, manager::format);
    final EventCommands events = new EventCommands(applications);
    final Completion completion = new Completion(manager, applications);
    final FakeSession session;

    Shell(Path folder) {
        this.session = new FakeSession(folder);
    }

    /** An application without a bundle that runs. */
    FakeRuntime run(String name, String text) {
        FakeRuntime runtime = (FakeRuntime) manager.deploy(name, text);
        runtime.start();
        return runtime;
    }
}
