package eventflux.ext.jdbc;

/** The JDBC store on postgresql. */
class JdbcStorePostgreSqlTest extends JdbcStoreContract {

    @Override
    protected String database() {
        return "postgresql";
    }
}
