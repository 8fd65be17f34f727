package eventflux.shell;

import eventflux.api.deploy.KnownBundle;
import eventflux.api.deploy.KnownBundles;
import eventflux.api.error.ErrorCode;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Bundles that a test knows of, by what they provide. */
final class FakeBundles implements KnownBundles {

    /** Every start fails with it. */
    record Refused(String template) implements ErrorCode {

        @Override
        public String code() {
            return "refused";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.EXTERNAL;
        }
    }

    final Map<String, KnownBundle> known = new HashMap<>();
    final List<KnownBundle> started = new ArrayList<>();
    final List<Map<String, String>> asked = new ArrayList<>();
    Runnable whenStarted = () -> {};
    String refusal = "";
    String unreadable = "";

    @Override
    public List<KnownBundle> providing(ExtensionName extension, Map<String, String> versions) {
        asked.add(versions);
        return known.entrySet().stream()
                .filter(entry -> extension.kind().calledAlike().stream()
                        .map(kind -> new ExtensionName(kind, extension.name()).toString())
                        .anyMatch(entry.getKey()::equals))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public List<Problem> problems() {
        return unreadable.isEmpty() ? List.of() : List.of(Problem.of(new Refused(unreadable)));
    }

    @Override
    public List<KnownBundle> start(KnownBundle bundle) {
        if (!refusal.isEmpty()) {
            throw new EventFluxException(Problem.of(new Refused(refusal)));
        }
        KnownBundle installed =
                new KnownBundle(bundle.symbolicName(), bundle.version(), bundle.place(), OptionalLong.of(31));
        started.add(installed);
        whenStarted.run();
        return List.of(installed);
    }
}
