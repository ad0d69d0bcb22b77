ALTER TABLE customer RENAME COLUMN name TO full_name;
CREATE SEQUENCE voucher_seq INCREMENT BY 50;
CREATE TABLE voucher (
    id bigint PRIMARY KEY,
    customer_id bigint REFERENCES customer,
    code varchar(40) NOT NULL UNIQUE,
    amount numeric(12, 2) NOT NULL
);
CREATE INDEX voucher_customer_id ON voucher (customer_id);
