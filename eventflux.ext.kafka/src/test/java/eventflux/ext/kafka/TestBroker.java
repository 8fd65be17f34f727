package eventflux.ext.kafka;

import eventflux.testkit.connector.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker of Kafka that is its own controller, on free ports that stay the same when it is started again. */
final class TestBroker implements AutoCloseable {

    private final Map<String, String> properties = new TreeMap<>();
    private final int port = FreePort.find();
    private final int saslPort = FreePort.find();
    private KafkaRaftServer server;

    private TestBroker(Path folder) {
        int controller = FreePort.find();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@localhost:" + controller);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listeners",
                "PLAINTEXT://localhost:" + port + ",SASL_PLAINTEXT://localhost:" + saslPort + ",CONTROLLER://localhost:"
                        + controller);
        properties.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("sasl.enabled.mechanisms", "PLAIN");
        properties.put(
                "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_ann=\"se\\\"cret\";");
        properties.put("log.dirs", folder.toString());
        properties.put("num.partitions", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
    }

    static TestBroker start(Path folder) throws Exception {
        TestBroker broker = new TestBroker(folder);
        new Formatter()
                .setPrintStream(new PrintStream(new ByteArrayOutputStream()))
                .setNodeId(1)
                .setClusterId("MkU3OEVBNTcwNTJENDM2Qk")
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .run();
        broker.start();
        return broker;
    }

    void start() {
        server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
    }

    void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    String address() {
        return "localhost:" + port;
    }

    String saslAddress() {
        return "localhost:" + saslPort;
    }

    void createTopic(String name, int partitions) throws Exception {
        createTopic(name, partitions, Map.of());
    }

    void createTopic(String name, int partitions, Map<String, String> configuration) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(configuration)))
                    .all()
                    .get();
        }
    }

    /** Waits until a group remembers so much of a partition. */
    void awaitOffset(String group, TopicPartition partition, long offset) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            while (true) {
                OffsetAndMetadata found = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(partition);
                if (found != null && found.offset() == offset) {
                    return;
                }
                if (System.nanoTime() > end) {
                    throw new AssertionError("the group remembers " + found);
                }
            }
        }
    }

    /** Waits until no transaction is open: that one is committed reaches the partition some time after who committed it. */
    void awaitTransactions(TopicPartition partition) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            while (end(admin, partition, IsolationLevel.READ_COMMITTED)
                    != end(admin, partition, IsolationLevel.READ_UNCOMMITTED)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("a transaction stays open in " + partition);
                }
            }
        }
    }

    private static long end(Admin admin, TopicPartition partition, IsolationLevel level) throws Exception {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(level))
                .partitionResult(partition)
                .get()
                .offset();
    }

    @Override
    public void close() {
        stop();
    }
}
