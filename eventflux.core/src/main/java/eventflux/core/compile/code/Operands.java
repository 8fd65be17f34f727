package eventflux.core.compile.code;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.compile.code.term.FieldKind;
import eventflux.core.compile.code.term.FieldRef;
import eventflux.core.row.SymbolTable;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an expression has besides its shape, in the order in which the shape names it: values of fields, and handles. */
final class Operands {

    private final List<FieldKind> kinds = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<MethodHandle> handles = new ArrayList<>();
    private final Map<Object, FieldRef> shared = new HashMap<>();

    /** A field of its own. */
    FieldRef add(FieldKind kind, Object value) {
        FieldRef field = new FieldRef(values.size(), kind);
        kinds.add(kind);
        values.add(value);
        return field;
    }

    /** The one field of the symbol table. */
    FieldRef symbols(SymbolTable symbols) {
        return shared.computeIfAbsent(FieldKind.SYMBOLS, kind -> add(FieldKind.SYMBOLS, symbols));
    }

    /** The one field of the result of an aggregator. */
    FieldRef result(int index, Aggregator aggregator) {
        return shared.computeIfAbsent(index, key -> add(FieldKind.AGGREGATOR, aggregator));
    }

    /** The number of a handle. */
    int handle(MethodHandle handle) {
        for (int i = 0; i < handles.size(); i++) {
            if (handles.get(i) == handle) {
                return i;
            }
        }
        handles.add(handle);
        return handles.size() - 1;
    }

    /** The value of a field. */
    Object value(FieldRef field) {
        return values.get(field.index());
    }

    /** The kinds of the fields, in order. */
    List<FieldKind> kinds() {
        return List.copyOf(kinds);
    }

    /** The values of the fields, in order. */
    Object[] values() {
        return values.toArray();
    }

    /** The handles, in order. */
    List<MethodHandle> handles() {
        return List.copyOf(handles);
    }
}
