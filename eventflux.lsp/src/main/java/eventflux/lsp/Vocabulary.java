package eventflux.lsp;

import eventflux.api.EventFluxManager;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which extensions could stand at a place. Asks the engine each time, as extensions come and go. */
final class Vocabulary {

    private static final Set<ExtensionKind> CALLED = EnumSet.of(ExtensionKind.FUNCTION, ExtensionKind.AGGREGATOR);
    private static final Set<ExtensionKind> CONNECTORS = EnumSet.of(ExtensionKind.SOURCE, ExtensionKind.SINK);
    private static final Set<ExtensionKind> MAPPERS =
            EnumSet.of(ExtensionKind.SOURCE_MAPPER, ExtensionKind.SINK_MAPPER);

    private final EventFluxManager engine;

    Vocabulary(EventFluxManager engine) {
        this.engine = engine;
    }

    /** What text before a name says about the kind of name. First come, first served. */
    private enum Lead {
        CLASSIC_WINDOW("#\\s*window\\s*[.:]\\s*", EnumSet.of(ExtensionKind.WINDOW)),
        QUOTED_WINDOW("\\bwindow\\s*\\(\\s*['\"]?", EnumSet.of(ExtensionKind.WINDOW)),
        BARE_WINDOW("(?<!\\b(create|define)\\s{1,9})\\bwindow\\s+", EnumSet.of(ExtensionKind.WINDOW)),
        STREAM_FUNCTION("(?<=[\\w\\])\"`\\s])#\\s*", EnumSet.of(ExtensionKind.STREAM_FUNCTION, ExtensionKind.WINDOW)),
        SOURCE("@source\\s*\\([^()]*\\btype\\s*=\\s*['\"]?", EnumSet.of(ExtensionKind.SOURCE)),
        SINK("@sink\\s*\\([^()]*\\btype\\s*=\\s*['\"]?", EnumSet.of(ExtensionKind.SINK)),
        MAPPER("@map\\s*\\([^()]*\\btype\\s*=\\s*['\"]?", MAPPERS),
        CONNECTOR("\\bextension['\"]?\\s*=\\s*['\"]?", CONNECTORS),
        FORMAT("\\bformat['\"]?\\s*=\\s*['\"]?", MAPPERS);

        private final Pattern pattern;
        private final Set<ExtensionKind> kinds;

        Lead(String pattern, Set<ExtensionKind> kinds) {
            this.pattern = Pattern.compile("(?s).*" + pattern, Pattern.CASE_INSENSITIVE);
            this.kinds = kinds;
        }

        static Set<ExtensionKind> kindsBehind(String before) {
            return Arrays.stream(values())
                    .filter(lead -> lead.pattern.matcher(before).matches())
                    .findFirst()
                    .map(lead -> lead.kinds)
                    .orElse(Set.of());
        }
    }

    /** Those that the text before the place asks for: a window behind {@code WINDOW(}, a source behind {@code @source(type=}. */
    List<ExtensionDescriptor> askedForAt(Place place) {
        return ofKinds(Lead.kindsBehind(place.before())).toList();
    }

    /** Functions and aggregators. */
    List<ExtensionDescriptor> calls() {
        return ofKinds(CALLED).toList();
    }

    /** Windows. */
    List<ExtensionDescriptor> windows() {
        return ofKinds(EnumSet.of(ExtensionKind.WINDOW)).toList();
    }

    /** Those that the word at a place is the name of, as far as what stands around it can tell. */
    List<ExtensionDescriptor> namedAt(Place place) {
        List<ExtensionDescriptor> askedFor = askedForAt(place);
        boolean isCall = place.text().substring(place.wordEnd()).stripLeading().startsWith("(");
        List<ExtensionDescriptor> candidates = askedFor.isEmpty() && isCall ? calls() : askedFor;
        return candidates.stream()
                .filter(extension -> extension.name().equalsIgnoreCase(place.word()))
                .toList();
    }

    private Stream<ExtensionDescriptor> ofKinds(Set<ExtensionKind> kinds) {
        return kinds.isEmpty()
                ? Stream.empty()
                : engine.extensions().stream().filter(extension -> kinds.contains(extension.kind()));
    }
}
