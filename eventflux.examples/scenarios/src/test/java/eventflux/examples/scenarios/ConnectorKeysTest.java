package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EventFluxManager;
import eventflux.api.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys that users of the ancestors know, each with a value, in both dialects. */
class ConnectorKeysTest {

    /** What a connector can't do without, unless the row of the table says it. */
    private static final Map<String, Map<String, String>> NEEDED = Map.of(
            "source file", Map.of("file.path", "in.txt"),
            "sink file", Map.of("file.path", "out.txt"),
            "source http", Map.of("http.mode", "webhook", "http.port", "8091"),
            "sink http", Map.of("http.url", "http://localhost/"),
            "source kafka", Map.of("kafka.bootstrap.servers", "k:9092", "kafka.topic", "t"),
            "sink kafka", Map.of("kafka.bootstrap.servers", "k:9092", "kafka.topic", "t"),
            "source rabbitmq", Map.of("rabbitmq.host", "mq", "rabbitmq.queue", "q"),
            "sink rabbitmq", Map.of("rabbitmq.host", "mq", "rabbitmq.exchange", "x"),
            "source inMemory", Map.of("inMemory.topic", "t"),
            "sink inMemory", Map.of("inMemory.topic", "t"));

    /** What is needed, by another name that a row of the table may say. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "kafka.brokers", "kafka.bootstrap.servers",
            "kafka.topic.list", "kafka.topic",
            "rabbitmq.queue.name", "rabbitmq.queue",
            "rabbitmq.exchange.name", "rabbitmq.exchange",
            "http.publisher.url", "http.url");

    private static final String LETTERS =
            "(originalEvent STRING, errorMessage STRING, errorType STRING, timestamp %s, attemptCount INT, streamName STRING);\n";

    private static EventFluxManager manager;

    @BeforeAll
    static void open() {
        manager = EventFluxManager.create();
    }

    @AfterAll
    static void close() {
        manager.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source | timer    |      | timer.interval                     | 1000
            source | timer    |      | timer.interval                     | 1 sec
            sink   | log      |      | log.prefix                         | [LOG]
            sink   | log      | json | log.level                          | warn
            sink   | log      | text | log.prefix                         | x
            sink   | log      | csv  | log.prefix                         | x
            sink   | log      | bytes| log.prefix                         | x
            source | file     | json | file.start.position                | beginning
            source | file     | json | file.start.position                | end
            source | file     | json | file.poll.interval.ms              | 500
            source | file     | csv  | file.skip.lines                    | 0
            source | file     | json | file.require.exists                | false
            sink   | file     | json | file.append                        | true
            sink   | file     | json | file.flush.interval.ms             | 0
            sink   | file     | json | file.rotate.size.bytes             | 0
            sink   | file     | json | file.rotate.interval.ms            | 0
            sink   | file     | json | file.rotate.compression            | none
            source | file     | json | file.poll.interval                 | 1 sec
            sink   | file     | json | file.flush.interval                | 1 sec
            sink   | file     | json | file.rotate.size                   | 1000000
            sink   | file     | json | file.rotate.interval               | 1 hour
            sink   | file     | json | file.rotate.compression            | gzip
            sink   | http     | json | http.publisher.url                 | http://localhost/
            sink   | http     | json | http.method                        | POST
            sink   | http     | json | http.method                        | PUT
            sink   | http     | json | http.validation.method             | HEAD
            sink   | http     | json | http.validation.method             | GET
            sink   | http     | json | http.validation.method             | OPTIONS
            source | http     | json | http.host                          | 0.0.0.0
            source | http     | json | http.path                          | /
            source | http     | json | http.auth.header                   | X-Token
            source | http     | json | http.auth.token                    | t
            source | http     | json | http.max.concurrent.requests       | 256
            source | http     | json | http.max.body.bytes                | 1048576
            sink   | http     | json | http.method                        | PATCH
            sink   | http     | json | http.headers.X-Origin              | here
            sink   | http     | json | http.content.type                  | text/plain
            sink   | http     | json | http.timeout.ms                    | 30000
            sink   | http     | json | http.retry.max-attempts            | 3
            sink   | http     | json | http.retry.initial-delay-ms        | 100
            sink   | http     | json | http.retry.max-delay-ms            | 10000
            sink   | http     | json | http.retry.backoff-multiplier      | 2.0
            sink   | http     | json | http.validation.method             | none
            source | kafka    | json | kafka.brokers                      | k:9092
            source | kafka    | json | kafka.topic                        | a,b
            source | kafka    | json | kafka.group.id                     | g
            source | kafka    | json | kafka.auto.offset.reset            | latest
            source | kafka    | json | kafka.enable.auto.commit           | false
            source | kafka    | json | kafka.poll.timeout.ms              | 100
            source | kafka    | json | kafka.security.protocol            | plaintext
            source | kafka    | json | kafka.ssl.ca.location              | ca.pem
            source | kafka    | json | kafka.rdkafka.fetch.min.bytes      | 1
            sink   | kafka    | json | kafka.brokers                      | k:9092
            sink   | kafka    | json | kafka.key                          | k
            sink   | kafka    | json | kafka.acks                         | all
            sink   | kafka    | json | kafka.compression                  | none
            sink   | kafka    | json | kafka.linger.ms                    | 5
            sink   | kafka    | json | kafka.batch.size                   | 16384
            sink   | kafka    | json | kafka.enable.idempotence           | false
            sink   | kafka    | json | kafka.message.timeout.ms           | 30000
            sink   | kafka    | json | kafka.delivery.sync                | false
            sink   | kafka    | json | kafka.flush.timeout.ms             | 30000
            sink   | kafka    | json | kafka.queue.full.strategy          | block
            sink   | kafka    | json | kafka.rdkafka.linger.ms            | 1
            source | kafka    | json | kafka.topic.list                   | a,b
            source | kafka    | json | kafka.start.position               | earliest
            source | kafka    | json | kafka.ending.offsets               | latest
            source | kafka    | json | kafka.partition.no.list            | 0,1
            source | kafka    | json | kafka.topic.offsets.map            | t=7
            source | kafka    | json | kafka.optional.configuration       | fetch.min.bytes:1
            source | kafka    | json | kafka.properties.fetch.min.bytes   | 1
            sink   | kafka    | json | kafka.partition.no                 | 0
            sink   | kafka    | json | kafka.compression.type             | gzip
            sink   | kafka    | json | kafka.delivery.timeout.ms          | 60000
            sink   | kafka    | json | kafka.is.synchronous               | true
            sink   | kafka    | json | kafka.queue.full.strategy          | error
            sink   | kafka    | json | kafka.optional.configuration       | linger.ms:1
            source | rabbitmq | json | rabbitmq.queue.name                | q
            source | rabbitmq | json | rabbitmq.queue.durable.enabled     | true
            sink   | rabbitmq | json | rabbitmq.exchange.name             | x
            source | rabbitmq | json | rabbitmq.port                      | 5672
            source | rabbitmq | json | rabbitmq.username                  | guest
            source | rabbitmq | json | rabbitmq.password                  | guest
            source | rabbitmq | json | rabbitmq.vhost                     | /
            source | rabbitmq | json | rabbitmq.auto.ack                  | true
            source | rabbitmq | json | rabbitmq.prefetch                  | 10
            source | rabbitmq | json | rabbitmq.declare.queue             | true
            source | rabbitmq | json | rabbitmq.consumer.tag              | c
            sink   | rabbitmq | json | rabbitmq.routing.key               | r
            sink   | rabbitmq | json | rabbitmq.content.type              | text/plain
            sink   | rabbitmq | json | rabbitmq.mandatory                 | false
            sink   | rabbitmq | json | rabbitmq.persistent                | true
            sink   | rabbitmq | json | rabbitmq.declare.exchange          | false
            sink   | rabbitmq | json | rabbitmq.exchange.type             | direct
            source | inMemory |      | inMemory.topic                     | t
            sink   | inMemory |      | inMemory.topic                     | t
            source | file     | json | json.mapping.a                     | $.x.y[0]
            source | file     | json | json.ignore-parse-errors           | true
            source | file     | json | json.date-format                   | yyyy/MM/dd
            source | file     | json | json.enclosing.element             | $.rows
            sink   | file     | json | json.template                      | {"a":"{{a}}"}
            sink   | file     | json | json.pretty-print                  | true
            source | file     | csv  | csv.mapping.a                      | 1
            source | file     | csv  | csv.delimiter                      | ;
            source | file     | csv  | csv.has-header                     | true
            source | file     | csv  | csv.ignore-parse-errors            | true
            sink   | file     | csv  | csv.delimiter                      | ;
            sink   | file     | csv  | csv.include-header                 | true
            sink   | file     | csv  | csv.header-names                   | A
            source | file     | bytes| bytes.field-index                  | 0
            sink   | file     | bytes| bytes.field-index                  | 0
            sink   | file     | text | text.template                      | {{a}}
            sink   | http     | json | error.strategy                     | drop
            sink   | http     | json | error.strategy                     | fail
            sink   | http     | json | error.log-level                    | warn
            sink   | http     | json | on.error                           | WAIT
            sink   | http     | json | on.error                           | LOG
            sink   | http     | json | on.error                           | STORE
            source | kafka    | json | error.strategy                     | drop
            source | kafka    | json | error.log-level                    | error
            source | kafka    | json | fault.stream                       | true
            """)
    void isKnown(String kind, String connector, String format, String key, String value) {
        Map<String, String> settings = new LinkedHashMap<>(NEEDED.getOrDefault(kind + " " + connector, Map.of()));
        settings.remove(OTHER_NAMES.getOrDefault(key, ""));
        settings.put(key, value);

        assertThat(problems(kind, connector, format, settings)).isEmpty();
        assertThat(classicProblems(kind, connector, format, settings)).isEmpty();
    }

    @Test
    void triesAgainAndSendsDeadLettersAsTheySay() {
        Map<String, String> settings = new LinkedHashMap<>(NEEDED.get("sink http"));
        settings.put("error.strategy", "retry");
        settings.put("error.retry.max-attempts", "3");
        settings.put("error.retry.backoff", "exponential");
        settings.put("error.retry.initial-delay", "100ms");
        settings.put("error.retry.max-delay", "30s");
        assertThat(problems("sink", "http", "json", settings)).isEmpty();

        settings.put("error.strategy", "dlq");
        settings.put("error.dlq.stream", "Letters");
        settings.put("error.dlq.fallback-strategy", "retry");
        settings.put("error.dlq.fallback-retry.max-attempts", "2");
        assertThat(problems("sink", "http", "json", settings)).isEmpty();
    }

    @Test
    void asksAsTheySay() {
        Map<String, String> settings = Map.of(
                "http.mode", "poll",
                "http.url", "http://localhost/",
                "http.poll.interval.ms", "5000",
                "http.method", "GET",
                "http.headers.Accept", "text/plain",
                "http.timeout.ms", "30000");

        assertThat(problems("source", "http", "json", settings)).isEmpty();
    }

    @Test
    void logsInAsTheySay() {
        Map<String, String> settings = new LinkedHashMap<>(NEEDED.get("source kafka"));
        settings.putAll(Map.of(
                "kafka.security.protocol", "sasl_ssl",
                "kafka.sasl.mechanism", "PLAIN",
                "kafka.sasl.username", "u",
                "kafka.sasl.password", "p",
                "kafka.ssl.ca.location", "ca.pem"));

        assertThat(problems("source", "kafka", "json", settings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source | kafka | json | kafka.group.idd       | g      | kafka.group.id
            sink   | http  | json | http.retry.max-atempts| 3      | http.retry.max-attempts
            source | file  | json | json.date-fromat      | x      | json.date-format
            sink   | file  | json | error.stratgy         | drop   | error.strategy
            """)
    void whatIsUnknownComesWithASuggestion(
            String kind, String connector, String format, String key, String value, String meant) {
        Map<String, String> settings = new LinkedHashMap<>(NEEDED.get(kind + " " + connector));
        settings.put(key, value);

        List<Problem> problems = problems(kind, connector, format, settings);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).toString()).contains("unknown-setting", "did you mean " + meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            json | json.date-format | yyyy/QQQQQQQ
            json | json.mapping.a   | $.x[
            csv  | csv.date-format  | YYYYYYYYYY{
            csv  | csv.delimiter    | ;;
            text | text.regex.A     | (
            """)
    void whatIsWrongInItselfIsFoundBeforeItRuns(String format, String key, String value) {
        Map<String, String> settings = new LinkedHashMap<>(NEEDED.get("source file"));
        settings.put(key, value);

        List<Problem> problems = problems("source", "file", format, settings);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).position()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sink   | kafka.acks                              | most        | acks
            sink   | kafka.compression                       | zip         | compression.type
            sink   | kafka.batch.size                        | large       | batch.size
            sink   | kafka.queue.full.strategy               | wait        | queue.full.strategy
            source | kafka.auto.offset.reset                 | middle      | auto.offset.reset
            source | kafka.end.position                      | tomorrow    | end.position
            source | kafka.isolation.level                   | none        | isolation.level
            source | kafka.security.protocol                 | tls         | security.protocol
            source | kafka.fetch.min.bytes                   | some        | fetch.min.bytes
            source | kafka.sasl.mechanism                    | OAUTHBEARER | OAuth
            sink   | kafka.properties.sasl.mechanism         | oauthbearer | OAuth
            sink   | kafka.properties.max.in.flight.requests.per.connection | few | max.in.flight
            """)
    void whatTheClientOfKafkaWouldRefuseIsFoundBeforeItRuns(String kind, String key, String value, String named) {
        Map<String, String> settings = new LinkedHashMap<>(NEEDED.get(kind + " kafka"));
        settings.put(key, value);

        List<Problem> problems = problems(kind, "kafka", "json", settings);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message()).contains(named);
    }

    private static List<Problem> problems(String kind, String connector, String format, Map<String, String> settings) {
        String with = settings.entrySet().stream()
                .map(setting -> ", \"" + setting.getKey() + "\" = '" + setting.getValue() + "'")
                .collect(Collectors.joining());
        return problems("CREATE STREAM Letters " + LETTERS.formatted("BIGINT")
                + "CREATE STREAM S (a STRING) WITH (type = '" + kind
                + "', extension = '" + connector + "'" + (format == null ? "" : ", format = '" + format + "'") + with
                + ");\n");
    }

    /** The same in the classic dialect, where each key stands without the prefix of what it belongs to. */
    private static List<Problem> classicProblems(
            String kind, String connector, String format, Map<String, String> settings) {
        StringBuilder own = new StringBuilder();
        StringBuilder map = new StringBuilder();
        settings.forEach((key, value) -> {
            boolean isOfMapper = key.startsWith(format + ".");
            String name = isOfMapper ? key.substring(format.length() + 1) : withoutPrefix(key, connector + ".");
            (isOfMapper ? map : own)
                    .append(", ")
                    .append(name)
                    .append(" = '")
                    .append(value)
                    .append('\'');
        });
        return problems(
                "define stream Letters " + LETTERS.formatted("LONG") + "@" + kind + "(type = '" + connector + "'"
                        + own + (format == null ? "" : ", @map(type = '" + format + "'" + map + ")") + ")\n"
                        + "define stream S (a string);\n");
    }

    private static String withoutPrefix(String key, String prefix) {
        return key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }

    private static List<Problem> problems(String text) {
        return manager.validate(text).stream()
                .filter(problem -> !problem.code().code().equals("unused"))
                .toList();
    }
}
