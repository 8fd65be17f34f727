package eventflux.ext.jdbc;

/** The JDBC store on h2. */
class JdbcStoreH2Test extends JdbcStoreContract {

    @Override
    protected String database() {
        return "h2";
    }
}
