package eventflux.ext.functions.stream;

import eventflux.api.event.DataType;
import eventflux.api.spi.AddedColumn;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.RowSignature;
import eventflux.api.spi.stream.StreamFunction;
import eventflux.api.spi.stream.StreamFunctionContext;
import eventflux.api.spi.stream.StreamFunctionFactory;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.osgi.service.component.annotations.Component;

/** Makes {@code str:tokenize} processors. */
@Component(service = StreamFunctionFactory.class)
@Extension(
        kind = ExtensionKind.STREAM_FUNCTION,
        namespace = "str",
        name = "tokenize",
        description =
                "Makes a row of each part of a text, parts being divided by a regular expression; empty parts give none. With true as "
                        + "third argument a part that the text has twice gives one row.",
        rowSignatures = {
            @RowSignature(
                    takes = {DataType.STRING, DataType.STRING},
                    constants = 1,
                    adds = @AddedColumn(name = "token", type = DataType.STRING)),
            @RowSignature(
                    takes = {DataType.STRING, DataType.STRING, DataType.BOOL},
                    constants = 2,
                    adds = @AddedColumn(name = "token", type = DataType.STRING))
        },
        examples = "from Orders#str:tokenize(items, ',') select id, token as item insert into Items;")
public final class TokenizeFactory implements StreamFunctionFactory {

    /** Called by the service registry. */
    public TokenizeFactory() {}

    @Override
    public StreamFunction create(StreamFunctionContext context) {
        boolean isDistinct =
                context.constants().size() > 1 && (Boolean) context.constants().get(1);
        return new Tokenize(pattern((String) context.constants().get(0)), isDistinct);
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no regular expression: " + e.getDescription(), e);
        }
    }
}
