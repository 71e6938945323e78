# LSTM that forecasts the weather
from keras.models import Sequential
from keras.layers import Dense, Input, LSTM

n_steps, n_features = 10, 5

model = Sequential()
model.add(Input(shape=(n_steps, n_features)))
model.add(LSTM(16))
model.add(Dense(1, activation='linear'))
model.compile(optimizer='adam', loss='mse')
model.fit(x_train, y_train, batch_size=64, epochs=10, validation_split=0.1)
