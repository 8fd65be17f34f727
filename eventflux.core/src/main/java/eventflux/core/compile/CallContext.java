package eventflux.core.compile;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.state.StateFactory;
import java.util.List;

/** What an aggregator is made from. */
record CallContext(
        List<DataType> argumentTypes,
        List<Object> constants,
        DataType returnType,
        StateFactory state,
        boolean removes,
        boolean removesInOrder)
        implements AggregatorContext {}
