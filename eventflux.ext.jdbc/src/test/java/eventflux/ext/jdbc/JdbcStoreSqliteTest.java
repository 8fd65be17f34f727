package eventflux.ext.jdbc;

/** The JDBC store on sqlite. */
class JdbcStoreSqliteTest extends JdbcStoreContract {

    @Override
    protected String database() {
        return "sqlite";
    }
}
