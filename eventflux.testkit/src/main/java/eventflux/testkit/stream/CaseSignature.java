package eventflux.testkit.stream;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.RowSignatureDescriptor;
import eventflux.testkit.row.HeapRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The signature that a call takes, as the engine would choose it.
 *
 * @param tested the call
 * @param schema the columns that it may name
 * @param taken the signature
 */
record CaseSignature(StreamFunctionCase tested, Schema schema, RowSignatureDescriptor taken) {

    static CaseSignature of(ExtensionDescriptor extension, StreamFunctionCase tested, Schema schema) {
        List<DataType> given = new ArrayList<>();
        tested.columns()
                .forEach(name -> given.add(schema.column(place(schema, name)).type()));
        tested.constants().forEach(value -> given.add(typeOf(value)));
        return extension.rowSignatures().stream()
                .filter(signature -> signature.constants() == tested.constants().size() && fits(signature, given))
                .findFirst()
                .map(signature -> new CaseSignature(tested, schema, signature))
                .orElseThrow(() -> new AssertionError(tested + " fits none of " + extension.rowSignatures()));
    }

    private static int place(Schema schema, String name) {
        int place = schema.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("no column " + name + " in " + schema);
        }
        return place;
    }

    private static DataType typeOf(Object constant) {
        for (DataType type : DataType.values()) {
            if (type.name().equalsIgnoreCase(constant.getClass().getSimpleName())) {
                return type;
            }
        }
        return constant instanceof Integer ? DataType.INT : DataType.BOOL;
    }

    private static boolean fits(RowSignatureDescriptor signature, List<DataType> given) {
        int declared = signature.takes().size();
        if (signature.variadic() ? given.size() < declared - 1 : given.size() != declared) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            if (!given.get(i).widensTo(signature.takes().get(Math.min(i, declared - 1)))) {
                return false;
            }
        }
        return true;
    }

    /** The columns of the rows of arguments. */
    Schema arguments() {
        List<Column> columns = new ArrayList<>();
        for (String name : tested.columns()) {
            columns.add(new Column("argument" + columns.size(), type(columns.size(), name)));
        }
        return new Schema(columns);
    }

    private DataType type(int argument, String name) {
        DataType declared = taken.takes().get(Math.min(argument, taken.takes().size() - 1));
        return declared == DataType.OBJECT ? schema.column(place(schema, name)).type() : declared;
    }

    /** The arguments for a row. */
    HeapRow argumentsFor(HeapRow row) {
        Schema columns = arguments();
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = row.get(place(schema, tested.columns().get(i)));
            values[i] = value instanceof Number number
                    ? widened(number, columns.column(i).type())
                    : value;
        }
        return HeapRow.of(columns, row.serial(), row.timestamp(), values);
    }

    private static Number widened(Number value, DataType type) {
        return switch (type) {
            case INT -> value.intValue();
            case LONG -> value.longValue();
            case FLOAT -> value.floatValue();
            default -> value.doubleValue();
        };
    }
}
