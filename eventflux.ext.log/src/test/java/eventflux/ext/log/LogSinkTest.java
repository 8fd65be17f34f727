package eventflux.ext.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.row.HeapRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("exchanges standard output")
class LogSinkTest {

    private static final Schema SCHEMA = Schema.of(
            new Column("symbol", DataType.STRING),
            new Column("n", DataType.INT),
            new Column("price", DataType.DOUBLE),
            new Column("at", DataType.LONG));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final LogSinkFactory factory = new LogSinkFactory();
    private PrintStream before;

    @BeforeEach
    void exchangeStandardOutput() {
        before = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void putItBack() {
        System.setOut(before);
    }

    @Test
    void printsATable() throws IOException {
        RowSink sink = sink(Map.of());

        sink.publish(row("MSFT", 1, 39.81, 5L));
        sink.publish(row("a longer name", 12345, 1234.5, null));
        sink.publish(row(null, null, 100.0 / 3, 7L));
        sink.flush();

        assertThat(printed.toString(UTF_8)).isEqualTo("""
                        S  symbol       n     price      at
                        S  MSFT         1     39.81       5
                        S  a longer name  12345   1234.5     null
                        S  null            null     33.333333333333336       7
                        """);
    }

    @Test
    void roundsAndPrintsDatesWhereAsked() throws IOException {
        RowSink sink =
                sink(Map.of("decimals", "2", "date-format.at", "yyyy-MM-dd", "timestamp", "true", "prefix", ">"));

        sink.publish(row("K\u00f6ln", 1, 2.345, 86_400_000L));
        sink.publish(row("x", 1, Double.NaN, 0L));
        sink.stop();

        assertThat(printed.toString(UTF_8)).isEqualTo("""
                        >  time                      symbol       n     price  at
                        >  1970-01-01T00:00:05.000Z  K\u00f6ln         1      2.35  1970-01-02
                        >  1970-01-01T00:00:05.000Z  x            1       NaN  1970-01-01
                        """);
    }

    @Test
    void printsPairs() throws IOException {
        RowSink sink = sink(Map.of("layout", "pairs", "prefix", ""));

        sink.publish(row("a\n\u001b[31m", 1, 0.1 + 0.2, null));
        sink.flush();

        assertThat(printed.toString(UTF_8))
                .isEqualTo("symbol=a\\n\\u001b[31m, n=1, price=0.30000000000000004, at=null\n");
    }

    @Test
    void keepsTheOrderOfRowsOfSeveralStreams() throws IOException {
        RowSink first = sink(Map.of("prefix", "A", "layout", "pairs"));
        RowSink second = sink(Map.of("prefix", "B", "layout", "pairs"));

        first.publish(row("1", 1, 1.0, 1L));
        second.publish(row("2", 1, 1.0, 1L));
        first.publish(row("3", 1, 1.0, 1L));
        second.flush();

        assertThat(printed.toString(UTF_8).lines().map(line -> line.substring(0, 12)))
                .containsExactly("A  symbol=1,", "B  symbol=2,", "A  symbol=3,");
    }

    @Test
    void printsMessagesOfAMapper() throws IOException {
        MessageSink sink = (MessageSink)
                factory.create(EndpointFixture.mapped(LogSinkFactory.class, SCHEMA, Map.of("prefix", "json")));
        byte[] bytes = "h{\"a\":1}".getBytes(UTF_8);

        sink.header(bytes, 0, 1);
        sink.publish(bytes, 1, bytes.length - 1);
        sink.flush();

        assertThat(printed.toString(UTF_8)).isEqualTo("json  h\njson  {\"a\":1}\n");
    }

    @Test
    void printsNothingOnStandardOutputWhenALevelIsGiven() throws IOException {
        RowSink sink = sink(Map.of("level", "INFO"));

        sink.publish(row("MSFT", 1, 39.81, 5L));
        sink.stop();

        assertThat(printed.toString(UTF_8)).isEmpty();
    }

    @Test
    void writesManyRowsOutBeforeTheFlush() throws IOException {
        RowSink sink = sink(Map.of());
        for (int i = 0; i < 1000; i++) {
            sink.publish(row("MSFT", i, 39.81, 5L));
        }

        assertThat(printed.size()).isGreaterThan(20_000);
        sink.stop();
        assertThat(printed.toString(UTF_8).lines()).hasSize(1001);
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        for (Map<String, String> settings : List.of(
                Map.of("level", "loud"),
                Map.of("layout", "heap"),
                Map.of("decimals", "-1"),
                Map.of("date-format.price", "iso"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> sink(settings));
        }
    }

    @Test
    void isFoundWithoutOsgi() {
        assertThat(ServiceLoader.load(SinkFactory.class).stream().map(ServiceLoader.Provider::type))
                .contains(LogSinkFactory.class);
    }

    private RowSink sink(Map<String, String> settings) {
        return (RowSink) factory.create(EndpointFixture.unmapped(LogSinkFactory.class, SCHEMA, settings));
    }

    private static HeapRow row(Object... values) {
        return HeapRow.of(SCHEMA, 0, 5000, values);
    }
}
