package eventflux.ext.functions.stream;

import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.spi.AddedColumn;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.RowSignature;
import eventflux.api.spi.stream.AddedColumns;
import eventflux.api.spi.stream.RowFunction;
import eventflux.api.spi.stream.StreamFunction;
import eventflux.api.spi.stream.StreamFunctionContext;
import eventflux.api.spi.stream.StreamFunctionFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code pol2Cart} functions. */
@Component(service = StreamFunctionFactory.class)
@Extension(
        kind = ExtensionKind.STREAM_FUNCTION,
        name = "pol2Cart",
        description =
                "Adds Cartesian coordinates to polar ones: an angle theta in degrees and a distance rho; a height z stays as it is.",
        rowSignatures = {
            @RowSignature(
                    takes = {DataType.DOUBLE, DataType.DOUBLE},
                    adds = {
                        @AddedColumn(name = "x", type = DataType.DOUBLE),
                        @AddedColumn(name = "y", type = DataType.DOUBLE)
                    }),
            @RowSignature(
                    takes = {DataType.DOUBLE, DataType.DOUBLE, DataType.DOUBLE},
                    adds = {
                        @AddedColumn(name = "x", type = DataType.DOUBLE),
                        @AddedColumn(name = "y", type = DataType.DOUBLE),
                        @AddedColumn(name = "z", type = DataType.DOUBLE)
                    })
        },
        examples = "from Radar#pol2Cart(theta, rho) select x, y insert into Map;")
public final class Pol2CartFactory implements StreamFunctionFactory {

    private static final int THETA = 0;
    private static final int RHO = 1;
    private static final int HEIGHT = 2;

    /** Called by the service registry. */
    public Pol2CartFactory() {}

    @Override
    public StreamFunction create(StreamFunctionContext context) {
        return new Polar(context.added().size() > HEIGHT);
    }

    private record Polar(boolean hasHeight) implements RowFunction {

        @Override
        public void onRow(Row row, Row arguments, AddedColumns added) {
            if (!arguments.isNull(THETA) && !arguments.isNull(RHO)) {
                double theta = Math.toRadians(arguments.getDouble(THETA));
                double rho = arguments.getDouble(RHO);
                added.setDouble(0, rho * Math.cos(theta)).setDouble(1, rho * Math.sin(theta));
            }
            if (hasHeight && !arguments.isNull(HEIGHT)) {
                added.setDouble(HEIGHT, arguments.getDouble(HEIGHT));
            }
        }
    }
}
