package eventflux.launcher.node;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.spi.ExtensionName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The words of a text and its settings, by which a command that runs one application guesses what it needs. A bundle that says in its
 * manifest which extensions it provides, none of which is mentioned, can wait; a wrong guess costs time and nothing else.
 */
final class Mentions {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\W+");

    private final Set<String> words = new HashSet<>();

    private Mentions() {}

    static Mentions in(String text, List<ConfiguredSetting> settings) {
        Mentions mentions = new Mentions();
        mentions.add(text);
        for (ConfiguredSetting setting : settings) {
            mentions.add(setting.key());
            mentions.add(setting.value());
        }
        return mentions;
    }

    private void add(String text) {
        words.addAll(List.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))));
    }

    /** Whether a bundle provides something that is mentioned, or does not say what it provides. */
    boolean mayNeed(Bundle bundle) {
        List<BundleCapability> provided =
                bundle.adapt(BundleRevision.class).getDeclaredCapabilities(ExtensionName.NAMESPACE);
        return provided.isEmpty() || provided.stream().anyMatch(this::isMentioned);
    }

    private boolean isMentioned(BundleCapability extension) {
        Object names = extension.getAttributes().get("name");
        return names instanceof Collection<?> all && all.stream().anyMatch(name -> isMentioned(name.toString()));
    }

    // Of "unique:first" either word will do.
    private boolean isMentioned(String name) {
        return BETWEEN_WORDS.splitAsStream(name.toLowerCase(Locale.ROOT)).anyMatch(words::contains);
    }
}
