package mappings;

import java.sql.Types;
import org.hibernate.usertype.UserType;

/** An amount as cents. */
public final class AmountType implements UserType<Amount> {
    @Override
    public int getSqlType() {
        return Types.INTEGER;
    }

    @Override
    public Class<Amount> returnedClass() {
        return Amount.class;
    }

    @Override
    public boolean equals(Amount one, Amount other) {
        return java.util.Objects.equals(one, other);
    }

    @Override
    public int hashCode(Amount amount) {
        return amount.hashCode();
    }

    @Override
    public Amount deepCopy(Amount amount) {
        return amount;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public java.io.Serializable disassemble(Amount amount) {
        return amount;
    }

    @Override
    public Amount assemble(java.io.Serializable cached, Object owner) {
        return (Amount) cached;
    }

    @Override
    public Amount nullSafeGet(java.sql.ResultSet rows, int position, org.hibernate.type.descriptor.WrapperOptions options) throws java.sql.SQLException {
        int cents = rows.getInt(position);
        return rows.wasNull() ? null : new Amount(cents);
    }

    @Override
    public void nullSafeSet(java.sql.PreparedStatement statement, Amount amount, int index, org.hibernate.type.descriptor.WrapperOptions options) throws java.sql.SQLException {
        if (amount == null) {
            statement.setNull(index, Types.INTEGER);
        } else {
            statement.setInt(index, amount.cents());
        }
    }
}
