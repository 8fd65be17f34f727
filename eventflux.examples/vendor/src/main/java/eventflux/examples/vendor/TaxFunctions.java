package eventflux.examples.vendor;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.osgi.service.component.annotations.Component;

/** Functions of prices and taxes. */
@Component(service = FunctionLibrary.class)
public final class TaxFunctions implements FunctionLibrary {

    private static final double STANDARD_RATE = rate("standard");

    /** The tax on a net price. */
    @Function(
            namespace = "acme",
            name = "vat",
            description =
                    "The value added tax on a net price, at the standard rate that this version of the bundle knows.",
            examples = "acme:vat(price)")
    public static double vat(double price) {
        return price * STANDARD_RATE;
    }

    private static double rate(String name) {
        Properties rates = new Properties();
        try (InputStream in = TaxFunctions.class.getResourceAsStream("vat.properties")) {
            rates.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Double.parseDouble(rates.getProperty(name));
    }
}
