package eventflux.launcher.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the program's version and what it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(built from sources)");
        return new String[] {
            "eventflux " + version, "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
        };
    }
}
