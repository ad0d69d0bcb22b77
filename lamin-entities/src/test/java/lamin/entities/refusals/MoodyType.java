package lamin.entities.refusals;

import java.io.Serializable;
import java.sql.Types;
import org.hibernate.usertype.UserType;

/** Fails with an exception that is none of Hibernate's. */
public final class MoodyType implements UserType<String> {
    @Override
    public int getSqlType() {
        return Types.VARCHAR;
    }

    @Override
    public Class<String> returnedClass() {
        throw new IllegalStateException("not in the mood");
    }

    @Override
    public String deepCopy(String value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(String value) {
        return value;
    }

    @Override
    public String assemble(Serializable cached, Object owner) {
        return (String) cached;
    }
}
