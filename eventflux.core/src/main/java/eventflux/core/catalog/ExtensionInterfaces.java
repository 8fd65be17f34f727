package eventflux.core.catalog;

import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.api.spi.distribution.DistributionFactory;
import eventflux.api.spi.errors.ErrorStoreFactory;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.api.spi.mapper.SourceMapperFactory;
import eventflux.api.spi.persistence.PersistenceStoreFactory;
import eventflux.api.spi.script.ScriptLanguage;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.api.spi.source.SourceFactory;
import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.api.spi.table.StoreFactory;
import eventflux.api.spi.window.WindowFactory;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The interface that extensions of each kind register. */
public final class ExtensionInterfaces {

    private static final Map<ExtensionKind, Class<?>> BY_KIND = Collections.unmodifiableMap(new EnumMap<>(Map.ofEntries(
            Map.entry(ExtensionKind.WINDOW, WindowFactory.class),
            Map.entry(ExtensionKind.FUNCTION, FunctionLibrary.class),
            Map.entry(ExtensionKind.AGGREGATOR, AggregatorFactory.class),
            Map.entry(ExtensionKind.STREAM_FUNCTION, StreamFunctionFactory.class),
            Map.entry(ExtensionKind.SOURCE, SourceFactory.class),
            Map.entry(ExtensionKind.SINK, SinkFactory.class),
            Map.entry(ExtensionKind.SOURCE_MAPPER, SourceMapperFactory.class),
            Map.entry(ExtensionKind.SINK_MAPPER, SinkMapperFactory.class),
            Map.entry(ExtensionKind.PERSISTENCE_STORE, PersistenceStoreFactory.class),
            Map.entry(ExtensionKind.ERROR_STORE, ErrorStoreFactory.class),
            Map.entry(ExtensionKind.DISTRIBUTION, DistributionFactory.class),
            Map.entry(ExtensionKind.STORE, StoreFactory.class),
            Map.entry(ExtensionKind.SCRIPT_LANGUAGE, ScriptLanguage.class))));

    private ExtensionInterfaces() {}

    /** The interface of one kind. */
    public static Class<?> of(ExtensionKind kind) {
        return BY_KIND.get(kind);
    }

    /** All of them, in the order of kinds. */
    public static Collection<Class<?>> all() {
        return BY_KIND.values();
    }

    /** Whether an object is of one of them. */
    static boolean isExtension(Object service) {
        return BY_KIND.values().stream().anyMatch(type -> type.isInstance(service));
    }
}
