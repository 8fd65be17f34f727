package eventflux.ext.jdbc;

/** The JDBC store on mariadb. */
class JdbcStoreMariaDbTest extends JdbcStoreContract {

    @Override
    protected String database() {
        return "mariadb";
    }
}
