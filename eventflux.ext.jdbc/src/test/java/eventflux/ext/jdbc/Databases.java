package eventflux.ext.jdbc;

import java.io.IOException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The databases that tests run against: H2 in process, and the servers of this machine that answer. */
final class Databases {

    private static final Map<String, Map<String, String>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("h2", Map.of("url", "jdbc:h2:mem:connectors;DB_CLOSE_DELAY=-1"));
        ALL.put("postgresql", Map.of("url", "jdbc:postgresql://127.0.0.1:5432/test", "user", "postgres"));
        ALL.put("sqlite", Map.of("url", "jdbc:sqlite:file:target/connectors.sqlite"));
        ALL.put("mariadb", Map.of("url", "jdbc:mariadb://127.0.0.1:3306/test", "user", "root", "password", ""));
    }

    private static final String RUN = "_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private Databases() {}

    /** A table that no other run of the tests on this machine has. */
    static String tableOfThisRun(String name) {
        return name + RUN;
    }

    /** Removes a table, if it is there. */
    static void drop(String database, String table) throws Exception {
        Database.Session session = open(database);
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("DROP TABLE IF EXISTS "
                    + Dialect.of(ALL.get(database).get("url")).quoted(table));
        }
        session.close();
    }

    /** Their names; a server that does not answer is left out, unless services are required. */
    static Stream<String> names() {
        return ALL.keySet().stream().filter(Databases::answers);
    }

    private static boolean answers(String name) {
        try {
            open(name).close();
            return true;
        } catch (IOException e) {
            if (Boolean.parseBoolean(System.getenv("EVENTFLUX_REQUIRE_SERVICES"))) {
                throw new IllegalStateException(name + " does not answer", e);
            }
            System.err.println("skipped: " + name + " does not answer: " + e.getMessage());
            return false;
        }
    }

    /** How to connect, as settings. */
    static Map<String, String> settings(String name) {
        return new LinkedHashMap<>(ALL.get(name));
    }

    /** A connection. */
    static Database.Session open(String name) throws IOException {
        java.util.Properties properties = new java.util.Properties();
        settings(name).forEach((key, value) -> {
            if (!key.equals("url")) {
                properties.setProperty(key, value);
            }
        });
        return new Database(settings(name).get("url"), properties, java.util.Optional.empty()).connect();
    }
}
