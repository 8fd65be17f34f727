package eventflux.core.compile;

import eventflux.api.event.DataType;
import eventflux.core.operator.BytesKeyIndex;
import eventflux.core.operator.BytesKeyIndex.KeyPart;
import eventflux.core.operator.CodedKeyIndex;
import eventflux.core.operator.GroupKey;
import eventflux.core.operator.KeyIndex;
import eventflux.core.operator.LongKey;
import eventflux.core.operator.LongKeyIndex;
import eventflux.core.operator.PairKeyIndex;
import eventflux.core.operator.PartKey;
import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.resolved.Expr;
import eventflux.core.row.RowLayout;
import eventflux.core.state.RecordStore;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes indexes from keys of rows to slots.
 *
 * @param scope what the queries share
 * @param kind what the plan chose
 * @param keys what rows are told apart by
 * @param input the layout of the rows
 */
record KeyIndexes(CompileScope scope, GroupIndex kind, List<Expr> keys, RowLayout input) {

    KeyIndexes {
        keys = List.copyOf(keys);
    }

    /** An index outside of partitions. */
    KeyIndex single() {
        return switch (kind) {
            case CODE -> new CodedKeyIndex(longKey());
            case NUMBER -> new LongKeyIndex(longKey());
            default -> new BytesKeyIndex(groupKey(), parts().toList());
        };
    }

    /** An index in which each part of a partition has keys of its own. */
    KeyIndex partitioned(RecordStore partition) {
        return switch (kind) {
            case CODE -> PairKeyIndex.ofCodes(partition, longKey());
            case NUMBER -> PairKeyIndex.ofNumbers(partition, longKey());
            default ->
                new BytesKeyIndex(
                        new PartKey(partition, groupKey()),
                        Stream.concat(parts(), Stream.of(KeyPart.VALUE)).toList());
        };
    }

    private LongKey longKey() {
        return scope.code().longKey(keys.get(0), scope.bindings(input));
    }

    private GroupKey groupKey() {
        return scope.code().groupKey(keys, scope.bindings(input));
    }

    private Stream<KeyPart> parts() {
        return keys.stream().map(this::part);
    }

    private KeyPart part(Expr key) {
        if (key.type() != DataType.STRING) {
            return KeyPart.VALUE;
        }
        boolean coded = key instanceof Expr.ColumnRef column && input.isCoded(column.column());
        return coded ? KeyPart.CODE : KeyPart.TEXT;
    }
}
