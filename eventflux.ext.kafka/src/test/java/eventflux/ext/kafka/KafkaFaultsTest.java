package eventflux.ext.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.EngineOptions;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.source.Source;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.connector.RecordedOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What becomes of records when brokers, other members of the group or the application are away, slow or unwilling. */
class KafkaFaultsTest extends KafkaFixture {

    @Test
    void losesNothingWhenTheBrokerIsStoppedAndComesBack() throws Exception {
        // given
        int count = 4_000;
        RecordedOutput out = read(Map.of());
        MessageSink sink = sink(Map.of("flush.timeout.ms", "60000"));

        // when
        for (int i = 0; i < count; i++) {
            publish(sink, "n" + i);
            if (i == count / 2) {
                broker.stop();
                broker.start();
            }
        }
        flushUntilOut(sink);
        sink.stop();
        awaitAll(count, out);

        // then
        assertThat(new HashSet<>(out.texts())).containsExactlyInAnyOrderElementsOf(numbers(0, count));
        assertThat(out.failure()).isEmpty();
    }

    @Test
    void saysThatNoBrokerAnswersUntilOneDoesAgain() throws Exception {
        // given
        broker.createTopic(topic, 1);
        RecordedOutput out = read(group(topic));
        broker.awaitOffset(topic, new TopicPartition(topic, 0), 0);

        // when
        broker.stop();
        try {
            out.awaitReconnecting();
        } finally {
            broker.start();
        }
        out.awaitReconnected();

        // then
        send(0, 3);
        out.awaitMessages(3);
        assertThat(out.texts()).isEqualTo(numbers(0, 3));
        assertThat(out.failure()).isEmpty();
    }

    @Test
    void takesRowsWhileNoBrokerAnswersAndSendsThemByItselfThen() throws Exception {
        // given: two records, so that brokers have answered before
        HeardContext context = new HeardContext(EndpointFixture.mapped(KafkaSinkFactory.class, SCHEMA, with(Map.of())));
        MessageSink sink = (MessageSink) new KafkaSinkFactory().create(context);
        sink.start();
        publish(sink, "n0");
        publish(sink, "n1");
        flushUntilOut(sink);

        // when
        broker.stop();
        try {
            publish(sink, "n2");
            context.await(List.of("reconnecting"));
            for (int i = 3; i < 2_000; i++) {
                publish(sink, "n" + i);
            }
            assertThatThrownBy(sink::flush).isInstanceOf(IOException.class);
        } finally {
            broker.start();
        }

        // then: without another row or flush
        RecordedOutput out = read(Map.of());
        awaitAll(2_000, out);
        context.await(List.of("reconnecting", "reconnected"));
        flushUntilOut(sink);
        sink.stop();
        assertThat(context.lost()).isEmpty();
    }

    @Test
    void goesOnWhereItBeganAtTheEndThoughNothingHadCome() throws Exception {
        // given: a source at the end of a topic, which its group has never read
        broker.createTopic(topic, 1);
        send(0, 5);
        Map<String, String> atTheEnd = Map.of("auto.offset.reset", "latest", "group.id", topic);
        read(atTheEnd);
        broker.awaitOffset(topic, new TopicPartition(topic, 0), 5);

        // when: messages come while it is away
        sources.get(0).stop();
        send(5, 10);
        RecordedOutput out = read(atTheEnd);
        out.awaitMessages(5);

        // then
        assertThat(out.texts()).isEqualTo(numbers(5, 10));
    }

    @Test
    void readsOnWhatItKeepsWhenAnotherMemberTakesTheRest() throws Exception {
        // given: a member with both partitions that waits for the application while another joins
        broker.createTopic(topic, 2);
        Map<String, String> member = Map.of(
                "group.id", topic,
                "auto.offset.reset", "earliest",
                "heartbeat.interval.ms", "100",
                "properties.partition.assignment.strategy",
                        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        sendTo(0, "first");
        SlowOutput slow = new SlowOutput(SCHEMA);
        Source source = new KafkaSourceFactory()
                .create(EndpointFixture.mapped(KafkaSourceFactory.class, SCHEMA, with(member))
                        .at(new EngineOptions().timeSource()));
        sources.add(source);
        source.start(slow);
        slow.awaitBegun();
        RecordedOutput other = read(member);
        // Long enough for the first to be asked for a partition; if it is not, this shows nothing, but holds.
        pause(2_500);
        slow.goOn();

        // when
        List<String> all = new ArrayList<>(List.of("first"));
        for (int partition = 0; partition < 2; partition++) {
            sendTo(partition, "later" + partition);
            all.add("later" + partition);
        }

        // then
        awaitAll(all.size(), slow.recorded(), other);
    }

    @Test
    void leavesOutOfATransactionWhatTheClientDoesNotTake() throws Exception {
        leavesOut("x".repeat(10_000), Map.of("max.request.size", "5000"));
    }

    @Test
    void leavesOutOfATransactionWhatTheBrokersDoNotTake() throws Exception {
        broker.createTopic(topic, 1, Map.of("max.message.bytes", "18000"));

        leavesOut("x".repeat(20_000), Map.of("message.timeout.ms", "3000"));
    }

    private void leavesOut(String tooLarge, Map<String, String> bounds) throws Exception {
        leavesOut(List.of("a", tooLarge, "b"), List.of("a", "b"), bounds);
    }

    @Test
    void keepsTheRecordsThatTheClientBlamesForAnotherOne() throws Exception {
        // given: one request at a time, so that thousands of records still wait when the first one is refused
        broker.createTopic(topic, 1, Map.of("max.message.bytes", "18000"));
        List<String> good = numbers(0, 5_000);
        List<String> all = new ArrayList<>(good);
        all.add(0, "x".repeat(20_000));

        leavesOut(all, good, Map.of("properties.max.in.flight.requests.per.connection", "1"));
    }

    private void leavesOut(List<String> texts, List<String> good, Map<String, String> more) throws Exception {
        // given
        Map<String, String> settings = with(Map.of("transactional.id", topic, "transaction.interval.ms", "60000"));
        settings.putAll(more);
        EndpointFixture context = EndpointFixture.mapped(KafkaSinkFactory.class, SCHEMA, settings);
        Transactions transactions =
                new Transactions(KafkaSinkOptions.of(context).properties(), 60_000, lost::add);
        KafkaSink sink = new KafkaSink(transactions, context.rowSettings(), topic);
        sink.start();

        // when
        for (String text : texts) {
            publish(sink, text);
        }
        flushUntilOut(sink);
        sink.stop();
        RecordedOutput committed = read(Map.of("isolation.level", "read_committed"));
        committed.awaitMessages(good.size());

        // then
        assertThat(committed.texts()).isEqualTo(good);
        assertThat(lost).hasSize(1);
    }

    @Test
    void sharesPartitionsAndTakesOverWhenAMemberLeaves() throws Exception {
        // given
        broker.createTopic(topic, 4);
        RecordedOutput first = read(group("shared"));
        RecordedOutput second = read(group("shared"));
        send(0, 200);
        awaitAll(200, first, second);

        // when
        sources.get(0).stop();
        send(200, 400);
        awaitAll(400, first, second);

        // then
        assertThat(second.texts()).containsAll(numbers(200, 400));
    }

    @Test
    void waitsForTheReportOfEachRecordWhenTold() throws IOException {
        MessageSink patient = sink(Map.of("delivery.sync", "true"));
        MessageSink hasty =
                sink(Map.of("delivery.sync", "true", "message.timeout.ms", "1000", "flush.timeout.ms", "1000"));
        publish(patient, "a");
        broker.stop();
        try {
            assertThatThrownBy(() -> publish(hasty, "b")).isInstanceOf(IOException.class);
        } finally {
            broker.start();
        }
        hasty.stop();
        patient.stop();
        RecordedOutput out = read(Map.of());
        out.awaitMessages(1);
        assertThat(out.texts()).startsWith("a");
    }

    @Test
    void keepsItsPlaceInTheGroupWhileTheApplicationIsSlow() throws Exception {
        // given: an application that takes longer than a member may stay away
        send(0, 10);
        SlowOutput slow = new SlowOutput(SCHEMA);
        Source source = new KafkaSourceFactory()
                .create(EndpointFixture.mapped(
                                KafkaSourceFactory.class,
                                SCHEMA,
                                with(Map.of(
                                        "auto.offset.reset", "earliest",
                                        "group.id", "slow",
                                        "max.poll.interval.ms", "6000",
                                        "max.poll.records", "5")))
                        .at(new EngineOptions().timeSource()));
        sources.add(source);
        source.start(slow);

        // when
        slow.awaitBegun();
        pause(7_500);
        slow.goOn();
        slow.recorded().awaitMessages(10);

        // then
        assertThat(slow.recorded().texts()).isEqualTo(numbers(0, 10));
    }
}
